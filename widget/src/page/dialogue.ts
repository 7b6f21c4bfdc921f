import type { ChatClient } from '../client/chat-client.ts';
import type { ChatMessage } from '../client/types.ts';
import type { BubbleOptions } from './bubble.ts';
import { Earlier } from './earlier.ts';
import { find } from './element.ts';
import { Excerpt } from './excerpt.ts';
import { MessageLog } from './message-log.ts';
import { Scroller } from './scroller.ts';

/** The part of the page where one reads. However long the dialogue, only an excerpt of it is in the page. */
export class Dialogue {
  readonly #client: ChatClient;
  readonly #root = find('#scroller');
  readonly #log: MessageLog;
  readonly #excerpt = new Excerpt();
  readonly #scroller: Scroller;
  readonly #earlier: Earlier;
  /** Place of the last message that was shown. */
  #last = 0;

  constructor(client: ChatClient, options: BubbleOptions) {
    const { texts } = options;
    this.#client = client;
    this.#log = new MessageLog(find('#log'), options);
    this.#earlier = new Earlier(find('#earlier'), texts, async () => {
      await client.loadEarlier();
      this.#excerpt.hold(client.messages);
      this.#onMove('top');
      this.render();
    });
    this.#scroller = new Scroller({
      ...{ root: this.#root, log: find('#log'), chip: find('#latest'), texts },
      hasEnd: () => this.#excerpt.of(client.messages).to === client.messages.length,
      onMove: (edge) => this.#onMove(edge),
      onChip: () => this.toEnd('smooth'),
    });
  }

  /** Shows everything anew, as after a change of language. */
  reset(options: BubbleOptions): void {
    this.#log.reset(options);
    this.#scroller.translate(options.texts);
    this.#earlier.show(this.#client.hasEarlier, options.texts);
    this.render();
  }

  /** Shows what the client has. */
  render(): void {
    const { messages, hasEarlier } = this.#client;
    const excerpt = this.#excerpt.of(messages);
    const hadFocus = this.#root.contains(document.activeElement);
    this.#scroller.mark();
    this.#log.render(messages, excerpt);
    this.#earlier.show(hasEarlier && excerpt.from === 0);
    // What held the focus may have left the page: the reader goes on where it was.
    if (hadFocus && !this.#root.contains(document.activeElement)) this.#root.focus({ preventScroll: true });
    this.#scroller.came(this.#countNews(messages));
  }

  /** Shows the latest message. */
  toEnd(behavior?: ScrollBehavior): void {
    this.#excerpt.follow();
    this.render();
    this.#scroller.toEnd(behavior);
  }

  #onMove(edge: 'top' | 'bottom' | null): void {
    const { messages } = this.#client;
    if (this.#scroller.isAtEnd) return this.#excerpt.follow();
    this.#excerpt.hold(messages);
    const hasMoved =
      (edge === 'top' && this.#excerpt.up(messages)) || (edge === 'bottom' && this.#excerpt.down(messages));
    if (hasMoved) this.render();
    else if (edge === 'top') this.#earlier.near();
  }

  #countNews(messages: readonly ChatMessage[]): number {
    const before = this.#last;
    this.#last = messages.findLast(({ seq }) => seq !== null)?.seq ?? 0;
    return messages.filter(({ seq, direction }) => direction === 'out' && seq !== null && seq > before).length;
  }
}
