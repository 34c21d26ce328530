// Words of agreement that are none where they stand: "va a intentar", "sale a verlos", "lista de chequeo".
import { plain } from './text-forms.ts';

const goesOn =
  /^(?:(?:ps|pues|y|ay|bueno|ella|si) )*(?:va (?:a|al|muy|mejorando|empezando|bastante|poco|por|para|ser)|sale (?:a|al|muy|cuando|de)|vale (?:la|mucho)|lista (?:de|para)|ya (?:va|casi|mero)|si (?:me da|nos da|puedo|podemos|alcanzo|alcanzamos|hay chance|tengo chance|se puede|me dejan|nos dejan)) /;

/** "Va a contar hasta cinco" agrees with nothing. */
export const agreesInSoundOnly = (text: string): boolean => goesOn.test(`${plain(text)} `);
