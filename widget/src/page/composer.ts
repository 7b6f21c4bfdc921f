import { find } from './element.ts';
import type { Texts } from './texts.ts';

/** Where the visitor writes: Enter sends, Shift+Enter begins a new line. */
export class Composer {
  readonly #input: HTMLTextAreaElement;
  readonly #button: HTMLButtonElement;
  /** Is the text taken? Else it stays in the field. */
  readonly #onSend: (text: string) => boolean;

  constructor(form: HTMLFormElement, onSend: (text: string) => boolean) {
    this.#input = find('textarea', form);
    this.#button = find('button', form);
    this.#onSend = onSend;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#input.addEventListener('input', () => this.#fit());
    this.#input.addEventListener('keydown', (event) => {
      // While a word is being composed (Chinese, Japanese, …), Enter belongs to the input method.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#submit();
    });
    this.#fit();
  }

  translate({ write, send }: Texts): void {
    this.#input.placeholder = write;
    this.#input.ariaLabel = write;
    this.#button.ariaLabel = send;
    this.#button.title = send;
  }

  /** Puts the cursor into the field, but opens no keyboard over a small screen. */
  focus(): void {
    if (matchMedia('(hover: hover)').matches) this.#input.focus();
  }

  #submit(): void {
    const text = this.#input.value.trim();
    if (!text || !this.#onSend(text)) return;
    this.#input.value = '';
    this.#fit();
    this.#input.focus();
  }

  #fit(): void {
    this.#button.classList.toggle('ready', this.#input.value.trim() !== '');
    this.#input.style.height = 'auto';
    this.#input.style.height = `${this.#input.scrollHeight}px`;
  }
}
