const MOST_READ = 2_000;

/** The language that texts are in as far as their letters tell: Russian where Cyrillic prevails, otherwise English. */
export function defaultLocale(texts: readonly string[]): 'en' | 'ru' {
  let cyrillic = 0;
  let latin = 0;
  for (const whole of texts) {
    const text = whole.slice(0, MOST_READ).replaceAll(/\{\{[^{}]*\}\}/g, '');
    cyrillic += text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
    latin += text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  }
  return cyrillic > latin ? 'ru' : 'en';
}
