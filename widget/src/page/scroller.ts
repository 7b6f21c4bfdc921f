import type { Texts } from './texts.ts';

const NEAR_PX = 80;

export interface ScrollerOptions {
  root: HTMLElement;
  /** Its rows are what one reads. */
  log: HTMLElement;
  /** Leads to the latest message. */
  chip: HTMLButtonElement;
  texts: Texts;
  /** Is the last message in the page? */
  hasEnd(): boolean;
  /** The reader moved; `edge`: less than a screenful is left there. */
  onMove(edge: 'top' | 'bottom' | null): void;
  onChip(): void;
}

/**
 * Keeps the latest message in sight, or, once the reader has scrolled up, what is being read: whatever comes above it or changes its
 * height.
 */
export class Scroller {
  readonly #options: ScrollerOptions;
  #isAtEnd = true;
  /** What is being read, and how far below the upper edge it stands. */
  #anchor: { element: HTMLElement; top: number } | null = null;
  #news = 0;
  #texts: Texts;

  constructor(options: ScrollerOptions) {
    const { root, chip, texts, onChip } = options;
    this.#options = options;
    this.#texts = texts;
    root.addEventListener('scroll', () => this.#onScroll(), { passive: true });
    chip.addEventListener('click', () => {
      onChip();
      root.focus({ preventScroll: true });
    });
    const observer = new ResizeObserver(() => this.restore());
    observer.observe(root);
    for (const child of root.children) observer.observe(child);
  }

  get isAtEnd(): boolean {
    return this.#isAtEnd;
  }

  translate(texts: Texts): void {
    this.#texts = texts;
    this.#label();
  }

  /** Remembers what is being read: call it before the page is changed. */
  mark(): void {
    this.#anchor = this.#isAtEnd ? null : this.#read();
  }

  /** Tells that so many messages came. */
  came(count: number): void {
    if (!this.#isAtEnd) this.#news += count;
    this.restore();
    this.#label();
  }

  /** Puts what is to be seen where it belongs. */
  restore(): void {
    const { root } = this.#options;
    if (this.#isAtEnd) return this.toEnd();
    if (this.#anchor?.element.isConnected) root.scrollTop += this.#topOf(this.#anchor.element) - this.#anchor.top;
  }

  toEnd(behavior: ScrollBehavior = 'instant'): void {
    const { root } = this.#options;
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    root.scrollTo({ top: root.scrollHeight, behavior: isStill ? 'instant' : behavior });
  }

  #onScroll(): void {
    const { root, hasEnd, onMove } = this.#options;
    const { scrollHeight, scrollTop, clientHeight } = root;
    const below = scrollHeight - scrollTop - clientHeight;
    this.#isAtEnd = below < NEAR_PX && hasEnd();
    if (this.#isAtEnd) this.#news = 0;
    this.mark();
    this.#label();
    onMove(scrollTop < clientHeight ? 'top' : below < clientHeight ? 'bottom' : null);
  }

  /** The first message that reaches into sight. Not a heading: that of a day moves up with what is put on top. */
  #read(): { element: HTMLElement; top: number } | null {
    const rows = [...this.#options.log.querySelectorAll<HTMLElement>(':scope > .row')];
    const element = rows.find((row) => this.#topOf(row) + row.offsetHeight > 0);
    return element ? { element, top: this.#topOf(element) } : null;
  }

  /** Where the layout has it: a row that is being moved by an animation stands elsewhere for a moment. */
  #topOf({ offsetTop }: HTMLElement): number {
    const { root } = this.#options;
    return offsetTop - root.offsetTop - root.scrollTop;
  }

  #label(): void {
    const { chip } = this.#options;
    chip.hidden = this.#isAtEnd;
    chip.textContent = this.#news > 0 ? `${this.#texts.latest} (${this.#news}) ↓` : '↓';
    chip.ariaLabel = this.#news > 0 ? null : this.#texts.bottom;
  }
}
