import { contentWordsOf } from '../search/index.ts';

/** One thing that was said in a conversation. */
export interface Said {
  role: 'user' | 'assistant';
  text: string;
}

/** How questions go on from what was said. */
const GOES_ON = /^(а|и|но|ну а|а если|and|but|what about|how about|so)(?![\p{L}\p{N}])/iu;
/** Words that stand for a thing named before. */
const POINTS_BACK =
  /(?<![\p{L}\p{N}])(это|этого|этому|этим|этот|эта|эту|эти|этих|он|она|оно|они|его|её|ее|их|ему|ей|им|ней|нему|них|там|туда|it|its|they|them|their|that|this|these|those|one|ones|there)(?![\p{L}\p{N}])/iu;
/** With more words of its own a question stands alone. */
const FEW = 2;

/** Does a question make no sense without what was said before? */
export function isFollowUp(question: string): boolean {
  const own = contentWordsOf(question).length;
  return own === 0 || (own <= FEW && (GOES_ON.test(question.trim()) || POINTS_BACK.test(question)));
}

/**
 * What to look a question up with, by rule: one that goes on from another is given the words of that; any other stays as it is.
 *
 * @example withContext('А сколько это стоит?', [{ role: 'user', text: 'Есть доставка холодильников?' }]) // 'А сколько это стоит? доставка холодильников'
 */
export function withContext(question: string, before: readonly Said[]): string {
  if (!isFollowUp(question)) return question;
  const asked = before.filter(({ role }) => role === 'user').map(({ text }) => contentWordsOf(text));
  const words = asked.findLast((some) => some.length > 0) ?? [];
  return words.length === 0 ? question : `${question} ${words.join(' ')}`;
}

/** What was said before the question: its own text is often the latest message. */
export function beforeQuestion(question: string, said: readonly Said[]): readonly Said[] {
  const last = said.at(-1);
  return last?.role === 'user' && question.includes(last.text.trim()) ? said.slice(0, -1) : said;
}
