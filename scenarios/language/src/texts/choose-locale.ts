/**
 * The nearest of `available` to what is wanted: a language tag, or several, the dearest first. For each in turn: itself or what it
 * specialises (the lookup of RFC 4647: `zh-Hant-TW`, `zh-Hant`, `zh`), then another region of the same language and script, then of
 * the same language. Without any of these the first of `available`.
 */
export function chooseLocale(wanted: string | readonly string[], available: readonly string[]): string {
  const nearest = [wanted].flat().map((tag) => near(tag.toLowerCase(), available));
  return nearest.find((locale) => locale !== undefined) ?? (available[0] as string);
}

function near(wanted: string, available: readonly string[]): string | undefined {
  return (
    lookUp(wanted, available) ?? available.find(sameAs(wanted, writtenIn)) ?? available.find(sameAs(wanted, spoken))
  );
}

/** A single letter or digit introduces what follows it, so it goes with it. */
function lookUp(wanted: string, available: readonly string[]): string | undefined {
  for (let tag = wanted; tag !== ''; tag = tag.replace(/(-[a-z\d])?-?[^-]*$/, '')) {
    const found = available.find((locale) => locale.toLowerCase() === tag);
    if (found !== undefined) return found;
  }
  return undefined;
}

function sameAs(wanted: string, part: (tag: string) => string | undefined): (locale: string) => boolean {
  const same = part(wanted);
  return (locale) => same !== undefined && part(locale) === same;
}

function spoken(tag: string): string | undefined {
  return tag.split('-')[0]?.toLowerCase();
}

/** Language and script, the usual one where none is named: `zh-Hant` of `zh-TW`. Undefined of what is no language tag. */
function writtenIn(tag: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return undefined;
  }
}
