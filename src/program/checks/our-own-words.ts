// The words that the bot says in its own voice: without what it quotes, links and placeholders.

/** What stands between « » or “ ” is what somebody says or types: a caregiver, a child, the mentor herself. */
export function ourOwnWords(text: string): string[] {
  const own = text
    .replace(/«[^»]*»|“[^”]*”|"[^"]*"/gs, ' ')
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/\{[^{}]*\}/g, ' ');
  return own.toLowerCase().match(/\p{L}+/gu) ?? [];
}
