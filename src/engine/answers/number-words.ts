// Spanish number words, from "un" to "dos mil": the value that begins at a place in a list of words.
const units: Readonly<Record<string, number>> = {
  cero: 0,
  un: 1,
  una: 1,
  uno: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
  dies: 10,
  once: 11,
  onse: 11,
  dose: 12,
  beinte: 20,
  kinse: 15,
  doce: 12,
  trece: 13,
  catorce: 14,
  quince: 15,
  dieciseis: 16,
  diesiseis: 16,
  diecisiete: 17,
  dieciocho: 18,
  diecinueve: 19,
  veinte: 20,
  veintiun: 21,
  veintiuno: 21,
  veintiuna: 21,
  veintidos: 22,
  veintitres: 23,
  veinticuatro: 24,
  veinticinco: 25,
  veintiseis: 26,
  veintisiete: 27,
  veintiocho: 28,
  veintinueve: 29,
  treinta: 30,
  cuarenta: 40,
  cincuenta: 50,
  sesenta: 60,
  setenta: 70,
  ochenta: 80,
  noventa: 90,
  cien: 100,
  ciento: 100,
  doscientos: 200,
  doscientas: 200,
  trescientos: 300,
  quinientos: 500,
};

export interface NumberHit {
  value: number;
  /** How many words it takes. */
  length: number;
}

export function numberWord(word: string): number | undefined {
  return Object.hasOwn(units, word) ? units[word] : undefined;
}

export function numberAt(list: readonly string[], at: number): NumberHit | undefined {
  const first = list[at] === undefined ? undefined : numberWord(list[at]);
  if (first === undefined) return undefined;
  if (first >= 100) {
    const rest = numberAt(list, at + 1);
    return rest && rest.value < 100 ? { value: first + rest.value, length: 1 + rest.length } : { value: first, length: 1 };
  }
  const second = list[at + 1] === 'y' && list[at + 2] !== undefined ? numberWord(list[at + 2] ?? '') : undefined;
  const joins = first >= 20 && first % 10 === 0 && second !== undefined && second > 0 && second < 10;
  return joins ? { value: first + second, length: 3 } : { value: first, length: 1 };
}
