// Reads in which zone an hour is told, where she says so: "a las 11, hora del centro".
import type { LocalMoment } from '../../../domain/local-moment.ts';
import { instantOf, localMoment } from '../../../mentoring/local-time.ts';
import { unaccented } from '../words/text-forms.ts';

const zones: readonly (readonly [RegExp, string])[] = [
  [
    /(?:hora|horario|tiempo|hrs?|horas) (?:de |del )?(?:el )?(?:centro|cdmx|mexico|mex|df|la ciudad de mexico|ciudad de mexico|la capital|la cdmx|alla de mexico|oficinas centrales)\b/,
    'America/Mexico_City',
  ],
  [/(?:hora|horario|tiempo|hrs?|horas) (?:de |del )?(?:el )?(?:sureste|cancun|quintana roo|playa)\b/, 'America/Cancun'],
  [/(?:hora|horario|tiempo|hrs?|horas) (?:de |del )?(?:el )?(?:pacifico|sinaloa|mazatlan|los mochis)\b/, 'America/Mazatlan'],
  [/(?:hora|horario|tiempo|hrs?|horas) (?:de |del )?(?:el )?(?:noroeste|tijuana|baja california|tj)\b/, 'America/Tijuana'],
  [/(?:hora|horario|tiempo|hrs?|horas) (?:de |del )?(?:el )?(?:sonora|hermosillo)\b/, 'America/Hermosillo'],
];

/** A moment told in the zone of a national announcement, by the clock of her own centre. */
export function inOwnZone(text: string, moment: LocalMoment, zone: string): LocalMoment {
  const said = unaccented(text);
  if (!/\b(?:hora|horario|tiempo|hrs?|horas) /.test(said)) return moment;
  const named = zones.find(([words]) => words.test(said))?.[1];
  return named === undefined || named === zone ? moment : localMoment(instantOf(moment, named), zone);
}
