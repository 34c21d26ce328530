// ISO 8601 durations of exact length: weeks, days (24 h), hours, minutes, seconds. Months and years have none.

const pattern = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/;
const unitMs = [604_800_000, 86_400_000, 3_600_000, 60_000, 1_000] as const;
const longestMs = 366 * 86_400_000 * 20;

export function durationMs(text: string): number | undefined {
  const match = pattern.exec(text);
  if (match === null || !/\d/.test(text) || text.endsWith('T')) return undefined;
  const total = unitMs.reduce((sum, unit, index) => sum + unit * Number(match[index + 1] ?? 0), 0);
  return total <= longestMs ? Math.round(total) : undefined;
}
