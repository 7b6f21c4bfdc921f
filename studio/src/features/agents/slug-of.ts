import { inLatinLetters } from '@scenarium/language';

/** A short name for addresses, made of a name in any language: `Где мой заказ?` → `gde-moy-zakaz`. */
export function slugOf(name: string): string {
  return inLatinLetters(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 60);
}
