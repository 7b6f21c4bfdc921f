/** Russian or English by the letters of a text; `other` when it is neither or has none. */
export function languageOf(text: string): 'ru' | 'en' | 'other' {
  const sample = text.slice(0, 20_000);
  const cyrillic = sample.match(/[а-яё]/gi)?.length ?? 0;
  const latin = sample.match(/[a-z]/gi)?.length ?? 0;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 'other';
  if (cyrillic / letters > 0.3) return 'ru';
  return latin / letters > 0.6 ? 'en' : 'other';
}
