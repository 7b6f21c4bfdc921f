import { element, find } from './element.ts';
import type { Texts } from './texts.ts';

/** The languages of the agent, each in its own words. */
export class LanguageSwitch {
  readonly #root: HTMLElement;
  readonly #select: HTMLSelectElement;

  constructor(root: HTMLElement, onSwitch: (locale: string) => void) {
    this.#root = root;
    this.#select = find('select', root);
    this.#select.addEventListener('change', () => onSwitch(this.#select.value));
  }

  show(locale: string, locales: readonly string[], { language }: Texts): void {
    this.#root.hidden = locales.length < 2;
    this.#select.ariaLabel = language;
    this.#select.replaceChildren(...locales.map((value) => element('option', { value }, ownName(value))));
    this.#select.value = locales.find((one) => one === locale) ?? locales.find((one) => isSame(one, locale)) ?? '';
  }
}

function isSame(one: string, other: string): boolean {
  return one.split('-')[0]?.toLowerCase() === other.split('-')[0]?.toLowerCase();
}

function ownName(locale: string): string {
  try {
    const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  } catch {
    return locale;
  }
}
