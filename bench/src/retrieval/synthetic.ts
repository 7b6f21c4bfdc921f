/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SYLLABLES = {
  ru: ['ко', 'ра', 'ти', 'но', 'ве', 'лу', 'ма', 'се', 'ди', 'по', 'га', 'ру', 'ше', 'за', 'бо', 'ни'],
  en: ['ko', 'ra', 'ti', 'no', 've', 'lu', 'ma', 'se', 'di', 'po', 'ga', 'ru', 'she', 'za', 'bo', 'ni'],
};
const WORDS = 40_000;

/** Texts of invented Russian and English words, which are as unevenly frequent as words are (Zipf). */
export function createTexts(seed: number): { text(words: number): string } {
  const random = randomOf(seed);
  const words = Array.from({ length: WORDS }, (_, i) => {
    const syllables = SYLLABLES[i % 2 === 0 ? 'ru' : 'en'];
    return Array.from({ length: 2 + (i % 4) }, () => syllables[Math.floor(random() * syllables.length)]).join('');
  });
  return {
    text: (count) =>
      Array.from({ length: count }, () => words[Math.floor(WORDS ** random()) - 1] ?? words[0]).join(' '),
  };
}
