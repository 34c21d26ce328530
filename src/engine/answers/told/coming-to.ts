// "Hoy platicamos como 25 min y quedamos en que...": how she comes to what the two agreed, and what that is.
const comesTo = /^(.{0,120}?\b(?:q?quedamos|qdamos|acordamos|decidimos)(?: en)? (?:que|q|k)[\s,]+)(?=\S+ \S+ \S)/isu;

/** `lead` is '' where she says at once what it is. */
export function splitComing(text: string): { lead: string; words: string } {
  const lead = comesTo.exec(text)?.[1] ?? '';
  return { lead, words: text.slice(lead.length) };
}
