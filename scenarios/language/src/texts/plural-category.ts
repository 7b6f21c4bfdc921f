type Category = Intl.LDMLPluralRule;

const MOST_RULES = 200;
const rules = new Map<string, Intl.PluralRules>();

/**
 * The plural category of a number in a language (CLDR).
 *
 * @example pluralCategory('ru', 5) // 'many'
 */
export function pluralCategory(locale: string, count: number): Category {
  const known = rules.get(locale);
  if (known) return known.select(count);
  const made = new Intl.PluralRules(locale);
  if (rules.size >= MOST_RULES) rules.clear();
  rules.set(locale, made);
  return made.select(count);
}
