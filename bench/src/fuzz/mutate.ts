/** Random numbers from a seed, the same on every machine (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const LONGEST = 20_000;

/** Pieces that parsers have stumbled over. */
const NASTY = [
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    '$where',
    '{{',
    '}}',
    '{{{{',
    '\\',
    '"',
    "'",
    '`',
    '\0',
    '\uFEFF',
  ],
  ...[
    '\ud800',
    '\udfff',
    '\u202e',
    '𝟙',
    'ﬁ',
    'İ',
    'ß',
    'Ё',
    '‮',
    '\r\n',
    '\t',
    '---\n',
    '...\n',
    '&a *a',
    '!!js/function',
    '<<: *a',
  ],
  ...[
    '1e999',
    '-0',
    'NaN',
    'Infinity',
    '9007199254740993',
    '0x7fffffff',
    '1_000',
    '.5',
    '5.',
    '--1',
    'null',
    'true',
    '~',
  ],
  ...[
    '2026-02-30',
    '24:60',
    'P1Y',
    '99999999999d',
    '(((((((((',
    ')))))',
    '[[[[[[[[',
    ']]]]',
    '? : ? :',
    '||',
    '&&',
    '..',
    '?.',
    '=>',
  ],
  ...[
    '(a+)+$',
    '(?<=x)*',
    '[z-a]',
    '\\u{110000}',
    '.{1,1000}{1,1000}',
    '(?i)',
    '%s%n',
    '${7*7}',
    '#{',
    '<script>',
    'a'.repeat(5_000),
  ],
  ...[
    '- '.repeat(500),
    '{"a":'.repeat(300),
    '['.repeat(2_000),
    '('.repeat(2_000),
    '!'.repeat(2_000),
    'x.map(y, '.repeat(40),
    '🇷🇺'.repeat(200),
  ],
];

/** Another input made of a corpus: cut, doubled, spliced, flipped, salted with nasty pieces; now and then nothing but these. */
export function mutate(corpus: readonly string[], random: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  let text = random() < 0.02 ? pick(NASTY) : pick(corpus);
  for (let rounds = 1 + Math.floor(random() ** 2 * 8); rounds > 0; rounds -= 1) {
    const at = Math.floor(random() * (text.length + 1));
    const end = Math.min(text.length, at + Math.floor(random() ** 3 * 200) + 1);
    text = pick([
      () => text.slice(0, at) + text.slice(end),
      () => text.slice(0, end) + text.slice(at),
      () => text.slice(0, at) + pick(NASTY) + text.slice(random() < 0.5 ? at : end),
      () =>
        text.slice(0, at) +
        String.fromCharCode(Math.floor(random() * (random() < 0.8 ? 128 : 65_536))) +
        text.slice(at + 1),
      () => {
        const other = pick(corpus);
        const from = Math.floor(random() * other.length);
        return text.slice(0, at) + other.slice(from, from + Math.floor(random() * 300)) + text.slice(end);
      },
      () => text.replace(/\d+/, () => pick(NASTY)),
    ])();
  }
  return text.slice(0, LONGEST);
}
