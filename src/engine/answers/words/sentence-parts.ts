// Joins what she adds to a sentence of hers, where it is only a part; a whole sentence is one of its own.
import { plain } from './text-forms.ts';

/** Before the part itself: "pues yo diría que", "ah, sí,". */
const leading =
  /^\s*(?:(?:ah|ay|ok|oki|bueno|pues|ps|pos|sí|si|va|sale|mm+|este|entonces|perd[oó]n|disculpe|y|yo|creo que|yo creo que|yo digo que|(?:yo )?dir[ií]a que|(?:le )?pondr[ií]a que|ser[ií]a|ser[ií]an|que sea|que sean|digamos|agr[eé]guele(?: que)?|p[oó]ngale(?: que)?|ponle(?: que)?|le agrego(?: que)?)[\s,:.]+)+/iu;
const infinitive =
  /\b(?!comer\b|dormir\b|lugar\b|ayer\b|mujer\b|primer\b|tercer\b|lavar\b|jugar\b|entrar\b|salir\b|llegar\b|recoger\b|poder\b)[a-z]{2,}(?:ar|er|ir)(?:l[eoa]s?|se|me)?\b/;
/** "Que espere", "va a decirle", "les da": what somebody does. */
const acting =
  /^(?:que (?:le |les |se |la |lo |no )?[a-z]+(?:e|a|en|an)\b|va a |vamos a |ella |la maestra |tere |quiero que |queremos que )/;
const connecting =
  /^(?:a|al|en|con|por|para|durante|cuando|mientras|antes|despues|cada|todos?|todas?|unos|unas|como|minimo|y|o|de|desde|diario|siempre|al menos)\b|^\d/;
const commonStems = 2;

const stems = (text: string): Set<string> =>
  new Set(
    plain(text)
      .split(' ')
      .filter((word) => word.length >= 5)
      .map((word) => word.slice(0, 5)),
  );

/** Both in one where the second is a part; undefined where it says all by itself. */
export function joinFragment(first: string, second: string): string | undefined {
  const part = second.replace(leading, '').trim();
  if (part === '') return undefined;
  const said = plain(part).replace(/^[qk] /, 'que ');
  const again = [...stems(part)].filter((stem) => stems(first).has(stem)).length;
  if (again >= commonStems || acting.test(said) || (infinitive.test(said) && !/^(?:a|al) /.test(said))) return undefined;
  const start = first.trim().replace(/[\s.,;]+$/, '');
  const small = connecting.test(said) ? part.charAt(0).toLocaleLowerCase('es-MX') + part.slice(1) : part;
  return `${start}, ${small}`;
}
