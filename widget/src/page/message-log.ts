import type { ChatMessage } from '../client/types.ts';
import { createBubble, type Bubble, type BubbleOptions } from './bubble.ts';
import { dayOf, dayTitle } from './days.ts';
import { element } from './element.ts';
import { createPlacing } from './placing.ts';

/** More than so many at once are not news but history. */
const FEW = 10;

/** Shows an excerpt of the dialogue and changes only what changed, so that nothing is announced twice and no focus is lost. */
export class MessageLog {
  readonly #root: HTMLElement;
  readonly #bubbles = new Map<string, Bubble>();
  readonly #days = new Map<string, HTMLElement>();
  #options: BubbleOptions;

  constructor(root: HTMLElement, options: BubbleOptions) {
    this.#root = root;
    this.#options = options;
  }

  /** Shows everything anew, as after a change of language. */
  reset(options: BubbleOptions): void {
    this.#options = options;
    this.#bubbles.clear();
    this.#days.clear();
    this.#root.replaceChildren();
    this.#root.ariaLive = 'off';
  }

  /** Shows the messages from index `from` up to, not including, `to`. */
  render(messages: readonly ChatMessage[], { from, to }: { from: number; to: number }): void {
    const shown = messages.slice(from, to);
    if (shown.filter(({ id }) => !this.#bubbles.has(id)).length > FEW) this.#root.ariaLive = 'off';
    const place = createPlacing(messages);
    const elements = shown.flatMap((message, index) => {
      const bubble = this.#bubble(message);
      bubble.update(message, place(from + index));
      const isNewDay = index === 0 || dayOf(message.at) !== dayOf((shown[index - 1] as ChatMessage).at);
      return isNewDay ? [this.#day(message.at), bubble.element] : [bubble.element];
    });
    this.#forget(shown);
    arrange(this.#root, elements);
    requestAnimationFrame(() => (this.#root.ariaLive = 'polite'));
  }

  #bubble(message: ChatMessage): Bubble {
    const known = this.#bubbles.get(message.id);
    if (known) return known;
    const bubble = createBubble(message, this.#options);
    this.#bubbles.set(message.id, bubble);
    return bubble;
  }

  #day(at: string): HTMLElement {
    const day = dayOf(at);
    const known = this.#days.get(day);
    if (known) return known;
    const created = element('p', { className: 'day' }, element('span', {}, dayTitle(at, this.#options.locale)));
    this.#days.set(day, created);
    return created;
  }

  #forget(messages: readonly ChatMessage[]): void {
    if (this.#bubbles.size === messages.length) return;
    const ids = new Set(messages.map(({ id }) => id));
    for (const id of this.#bubbles.keys()) if (!ids.has(id)) this.#bubbles.delete(id);
  }
}

/** Makes `elements` the children of `root`, moving only what is not in its place. */
function arrange(root: HTMLElement, elements: readonly HTMLElement[]): void {
  const kept = new Set<Element>(elements);
  for (const child of [...root.children]) if (!kept.has(child)) child.remove();
  elements.forEach((wanted, index) => {
    const there = root.children[index] ?? null;
    if (there !== wanted) root.insertBefore(wanted, there);
  });
}
