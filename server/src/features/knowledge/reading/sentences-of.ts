/**
 * The sentences of a text. A full stop after an abbreviation or an initial ends none, nor does one before a small letter.
 *
 * @example sentencesOf('Шкафы и т. д. возим. Оплата картой.', 'ru') // ['Шкафы и т. д. возим.', 'Оплата картой.']
 */
export function sentencesOf(text: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language === 'other' ? 'en' : language, { granularity: 'sentence' });
  const sentences: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const sentence = segment.trim();
    if (!sentence) continue;
    const last = sentences.at(-1);
    if (last !== undefined && (/^\p{Ll}/u.test(sentence) || isOpen(last, sentence)))
      sentences[sentences.length - 1] = `${last} ${sentence}`;
    else sentences.push(sentence);
  }
  return sentences;
}

const LONGEST_ABBREVIATION = 20;

/** Something always follows these. */
const GO_ON = [
  'ул просп пер пл наб бул ш обл респ пос дер д кв корп стр эт оф каб им рис табл гл п пп ст см ср напр тел т',
  'т\\.?\\s?е т\\.?\\s?к т\\.?\\s?н проф акад доц инж зав зам гл св о',
  'mr mrs ms dr prof st no nos fig figs vs e\\.?\\s?g i\\.?\\s?e cf approx dept ext tel vol p pp sec ch gen rev hon art eq',
];
/** These stand at the end of a sentence as well as within it: a capital letter or a digit after them decides. */
const MAY_END = /(^|[^\p{L}])(т\.\s?[дп]|[ap]\.\s?m|u\.\s?[sk])\.$/iu;
const AFTER_NUMBER = /\d\s?(гг?|р|т|д|ч|с|л|м|п|кв|no|p|st)\.$/iu;
const OPEN = new RegExp(`(^|[^\\p{L}.])(${GO_ON.join(' ').split(' ').join('|')}|г|гор)\\.$`, 'iu');
/** “А. С. Пушкин”, “J. Smith”; the number of an item, alone. */
const INITIAL = /(^|[\s.(«"“])\p{Lu}\.$|^\d{1,3}[.)]$/u;

function isOpen(last: string, next: string): boolean {
  const end = last.length <= LONGEST_ABBREVIATION ? last : `…${last.slice(-LONGEST_ABBREVIATION)}`;
  if (MAY_END.test(end)) return /^\d/.test(next) && !/^\d+[.)]/.test(next);
  if (AFTER_NUMBER.test(end)) return false;
  return OPEN.test(end) || (INITIAL.test(end) && /^[\p{L}\d]/u.test(next));
}
