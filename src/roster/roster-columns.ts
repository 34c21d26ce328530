// The columns of the two roster files and the names, English and Spanish, under which people write them.
import { bareKey } from '../domain/bare-words.ts';

export const centreColumns = [
  'id',
  'centreKey',
  'name',
  'ooad',
  'provision',
  'region',
  'state',
  'locality',
  'zone',
  'intensive',
  'safeguardingContacts',
  'active',
] as const;
export const personColumns = [
  'id',
  'name',
  'calledAs',
  'roles',
  'centreId',
  'phone',
  'expectedCaregivers',
  'accompaniedBy',
  'active',
  'mentorRole',
  'phoneShared',
] as const;
export type CentreColumn = (typeof centreColumns)[number];
export type PersonColumn = (typeof personColumns)[number];
export type RosterTable = 'centres' | 'people';

/** As bare keys. */
const centreNames: Record<CentreColumn, string[]> = {
  id: ['id', 'identificador'],
  centreKey: ['centrekey', 'centerkey', 'clave', 'clavedelaguarderia', 'claveguarderia', 'clavedelcentro', 'clavecentro'],
  name: ['name', 'nombre'],
  ooad: ['ooad', 'delegacion'],
  provision: ['provision', 'prestacion', 'tipodeprestacion'],
  region: ['region'],
  state: ['state', 'estado', 'entidad', 'entidadfederativa'],
  locality: ['locality', 'localidad', 'municipio', 'alcaldia'],
  zone: ['zone', 'timezone', 'zona', 'zonahoraria', 'husohorario'],
  intensive: ['intensive', 'intensiva', 'intensivo', 'submuestraintensiva', 'acompanamientointensivo'],
  safeguardingContacts: ['safeguardingcontacts', 'contactosdeproteccion', 'contactodeproteccion', 'contactosproteccion'],
  active: ['active', 'activa', 'activo'],
};
const personNames: Record<PersonColumn, string[]> = {
  id: ['id', 'identificador'],
  name: ['name', 'nombre', 'nombrecompleto'],
  calledAs: ['calledas', 'trato', 'tratamiento', 'comolallamamos', 'comolellamamos', 'comoselellama'],
  roles: ['roles', 'role', 'rol', 'papel'],
  centreId: [
    'centreid',
    'centerid',
    'centre',
    'center',
    'centro',
    'guarderia',
    'iddelcentro',
    'idcentro',
    'iddelaguarderia',
    'idguarderia',
  ],
  phone: ['phone', 'telefono', 'celular', 'whatsapp', 'numero', 'numerodetelefono', 'numerodecelular'],
  expectedCaregivers: ['expectedcaregivers', 'maestras', 'maestrasesperadas', 'numerodemaestras'],
  accompaniedBy: ['accompaniedby', 'acompanadapor', 'consultora', 'consultoras'],
  active: ['active', 'activa', 'activo'],
  phoneShared: ['phoneshared', 'telefonocompartido', 'celularcompartido', 'numerocompartido', 'compartido'],
  mentorRole: ['mentorrole', 'funcion', 'puesto', 'cargo'],
};
/** Files without them are read as well. */
const mayBeMissing: ReadonlySet<string> = new Set(['mentorRole', 'phoneShared']);

/** Each table by a column that the other cannot have. */
export function tableOf(header: readonly string[]): RosterTable | undefined {
  const written = header.map(bareKey);
  const has = (names: readonly string[]): boolean => written.some((name) => names.includes(name));
  if (has(personNames.roles) || has(personNames.phone)) return 'people';
  if (has(centreNames.zone) || has(centreNames.centreKey)) return 'centres';
  return undefined;
}

export interface PlacedColumns {
  /** Place of each column in the rows. */
  places: Map<string, number>;
  missing: string[];
  /** Columns that two cells of the header name. */
  twice: string[];
}

export function placeColumns(table: RosterTable, header: readonly string[]): PlacedColumns {
  const names: Record<string, string[]> = table === 'centres' ? centreNames : personNames;
  const placed: PlacedColumns = { places: new Map(), missing: [], twice: [] };
  for (const [column, spellings] of Object.entries(names)) {
    const places = header.flatMap((name, place) => (spellings.includes(bareKey(name)) ? [place] : []));
    if (places.length === 0 && !mayBeMissing.has(column)) placed.missing.push(column);
    if (places.length > 1) placed.twice.push(column);
    if (places[0] !== undefined) placed.places.set(column, places[0]);
  }
  return placed;
}
