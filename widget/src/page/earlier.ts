import type { Texts } from './texts.ts';

type State = 'ready' | 'loading' | 'failed';

/** The button above the first message. What lies further back comes by itself when the reader gets there; the button is for keys. */
export class Earlier {
  readonly #button: HTMLButtonElement;
  readonly #load: () => Promise<void>;
  #texts: Texts;
  #state: State = 'ready';

  constructor(button: HTMLButtonElement, texts: Texts, load: () => Promise<void>) {
    this.#button = button;
    this.#texts = texts;
    this.#load = load;
    button.addEventListener('click', () => void this.#try());
  }

  /** `isThere`: is there anything further back? */
  show(isThere: boolean, texts = this.#texts): void {
    this.#texts = texts;
    this.#button.hidden = !isThere;
    this.#button.textContent = { ready: texts.earlier, loading: texts.loading, failed: texts.earlierFailed }[
      this.#state
    ];
  }

  /** The reader is near: loads, unless that failed before; then it waits for a press. */
  near(): void {
    if (this.#state === 'ready' && !this.#button.hidden) void this.#try();
  }

  async #try(): Promise<void> {
    if (this.#state === 'loading') return;
    this.#become('loading');
    const isLoaded = await this.#load().then(
      () => true,
      () => false,
    );
    this.#become(isLoaded ? 'ready' : 'failed');
  }

  #become(state: State): void {
    this.#state = state;
    this.show(!this.#button.hidden);
  }
}
