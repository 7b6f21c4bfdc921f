import type { Texts } from './texts.ts';

const NEAR_PX = 80;

/** Keeps the latest message in sight unless the reader has scrolled up; then a chip leads down. */
export class Scroller {
  readonly #root: HTMLElement;
  readonly #chip: HTMLButtonElement;
  #isAtEnd = true;
  #news = 0;
  #texts: Texts;

  constructor(root: HTMLElement, chip: HTMLButtonElement, texts: Texts) {
    this.#root = root;
    this.#chip = chip;
    this.#texts = texts;
    root.addEventListener('scroll', () => this.#onScroll(), { passive: true });
    chip.addEventListener('click', () => {
      this.toEnd('smooth');
      root.focus({ preventScroll: true });
    });
    const observer = new ResizeObserver(() => this.#isAtEnd && this.toEnd());
    observer.observe(root);
    for (const child of root.children) observer.observe(child);
  }

  translate(texts: Texts): void {
    this.#texts = texts;
    this.#label();
  }

  /** Tells that so many messages came. */
  came(count: number): void {
    if (this.#isAtEnd) return this.toEnd();
    this.#news += count;
    this.#label();
  }

  toEnd(behavior: ScrollBehavior = 'instant'): void {
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#root.scrollTo({ top: this.#root.scrollHeight, behavior: isStill ? 'instant' : behavior });
  }

  #onScroll(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.#root;
    this.#isAtEnd = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    if (this.#isAtEnd) this.#news = 0;
    this.#label();
  }

  #label(): void {
    this.#chip.hidden = this.#isAtEnd;
    this.#chip.textContent = this.#news > 0 ? `${this.#texts.latest} (${this.#news}) ↓` : '↓';
    this.#chip.ariaLabel = this.#news > 0 ? null : this.#texts.bottom;
  }
}
