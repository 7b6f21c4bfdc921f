const MENTION = /<@([0-9a-f]{24})>/g;

/** Ids of the users whom a text mentions. */
export function mentionsIn(text: string): string[] {
  return [...new Set([...text.matchAll(MENTION)].map(([, id]) => id as string))];
}
