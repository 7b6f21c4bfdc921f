/** The nearest of `available` to a wanted language: exactly it, the same language, otherwise the first. */
export function chooseLocale(wanted: string, available: readonly string[]): string {
  const lower = wanted.toLowerCase();
  const language = lower.split('-')[0];
  return (
    available.find((locale) => locale.toLowerCase() === lower) ??
    available.find((locale) => locale.toLowerCase().split('-')[0] === language) ??
    (available[0] as string)
  );
}
