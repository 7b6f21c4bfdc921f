import type { ChatClient } from '../client/chat-client.ts';
import { toChatError } from '../client/chat-error.ts';
import type { ChatState, Conversation, Draft, Problem } from '../client/types.ts';
import type { BubbleOptions } from './bubble.ts';
import { Composer } from './composer.ts';
import { Dialogue } from './dialogue.ts';
import { find } from './element.ts';
import { LanguageSwitch } from './language-switch.ts';
import { languageOf, reasonOf, regionOf, textsFor, type Texts } from './texts.ts';

/** The page of one dialogue: shows what the client tells, and tells the client what the visitor does. */
export class ChatPage {
  readonly #client: ChatClient;
  readonly #dialogue: Dialogue;
  readonly #composer: Composer;
  readonly #languages: LanguageSwitch;
  readonly #state = find('#state');
  readonly #banner = find('#banner');
  readonly #typing = find('#typing');
  readonly #writing = find('#writing');
  readonly #closed = find('#closed');
  readonly #unavailable = find('#unavailable');
  /** Languages to speak, the dearest first: that of the conversation, once it is known, then the visitor's. */
  #locales: readonly string[];
  #texts: Texts;
  #agentName = '';
  /** Why the last wish was refused. */
  #complaint: string | null = null;
  /** Why the conversation cannot be opened. */
  #problem: Problem | null = null;

  /** `locales` are the visitor's languages, for the page until the conversation tells its own. */
  constructor(client: ChatClient, locales: readonly string[]) {
    this.#client = client;
    this.#locales = locales;
    this.#texts = textsFor(locales);
    this.#dialogue = new Dialogue(client, this.#bubbleOptions());
    this.#composer = new Composer(find('#composer'), (text) => this.#send({ text }));
    this.#languages = new LanguageSwitch(find('#language'), (wanted) => void this.#switch(wanted));
    find('button', this.#closed).addEventListener('click', () => this.#restart());
    client.on('state', (state) => this.#onState(state));
    client.on('messages', () => this.#dialogue.render());
    client.on('conversation', (conversation) => this.#onConversation(conversation));
    client.on('typing', (on) => this.#onTyping(on));
    client.on('writing', (text) => this.#onWriting(text));
    client.on('problem', (problem) => this.#onProblem(problem));
    this.#translate();
    this.#composer.focus();
  }

  /** Is it taken? */
  #send(draft: Draft): boolean {
    try {
      this.#client.send(draft);
    } catch (error) {
      this.#complain(reasonOf(toChatError(error).problem, this.#texts));
      return false;
    }
    this.#complain(null);
    this.#dialogue.toEnd();
    return true;
  }

  async #switch(locale: string): Promise<void> {
    try {
      await this.#client.switchLocale(locale);
      this.#complain(null);
    } catch {
      this.#complain(this.#texts.languageFailed);
      if (this.#client.conversation) this.#onConversation(this.#client.conversation);
    }
  }

  #restart(): void {
    this.#client.restart();
    this.#composer.focus();
  }

  #onState(state: ChatState): void {
    if (state === 'online') this.#complaint = null;
    this.#showState();
  }

  #onConversation({ agent, locale, locales, status }: Conversation): void {
    const isAnotherVoice = locale !== this.#locales[0] || agent.name !== this.#agentName;
    this.#locales = [locale, ...this.#locales.filter((one) => one !== locale)];
    this.#agentName = agent.name;
    this.#closed.hidden = status === 'open';
    this.#problem = null;
    this.#showProblem();
    if (isAnotherVoice) this.#translate();
    this.#languages.show(locale, locales, this.#texts);
  }

  #onTyping(on: boolean): void {
    this.#typing.hidden = !on;
  }

  #onWriting(text: string): void {
    this.#writing.hidden = text === '';
    this.#typing.hidden = text !== '' || !this.#client.isTyping;
    find('.text', this.#writing).textContent = text;
    this.#dialogue.render();
  }

  #onProblem(problem: Problem): void {
    this.#problem = problem;
    this.#showProblem();
  }

  #complain(complaint: string | null): void {
    this.#complaint = complaint;
    this.#showState();
  }

  #showState(): void {
    const { state } = this.#client;
    const { online, offline, connecting, offlineBanner } = this.#texts;
    this.#state.dataset.state = state;
    this.#state.textContent = { online, offline, connecting, closed: offline }[state];
    this.#banner.textContent = this.#complaint ?? (state === 'offline' ? offlineBanner : '');
    this.#banner.classList.toggle('complaint', this.#complaint !== null);
  }

  #showProblem(): void {
    this.#unavailable.hidden = this.#problem === null;
    find('.chat').classList.toggle('without-dialogue', this.#problem !== null);
    find('h2', this.#unavailable).textContent = this.#texts.unavailable;
    find('p', this.#unavailable).textContent = this.#problem && reasonOf(this.#problem, this.#texts);
  }

  #translate(): void {
    this.#texts = textsFor(this.#locales);
    const { typing, dialogue, close, closed, restart, agent } = this.#texts;
    const name = this.#agentName || agent;
    document.documentElement.lang = languageOf(this.#locales);
    document.title = name;
    find('#name').textContent = name;
    find('#avatar').textContent = [...name][0]?.toUpperCase() ?? '';
    find('.hidden', this.#typing).textContent = `${name} ${typing}`;
    find('#scroller').ariaLabel = dialogue;
    find('#close').ariaLabel = close;
    find('p', this.#closed).textContent = closed;
    find('button', this.#closed).textContent = restart;
    this.#composer.translate(this.#texts);
    this.#dialogue.reset(this.#bubbleOptions());
    this.#showState();
  }

  #bubbleOptions(): BubbleOptions {
    return {
      agentName: this.#agentName,
      texts: this.#texts,
      locale: regionOf(this.#locales),
      onPress: ({ id, label }) => {
        this.#send({ option: id, text: label });
        this.#composer.focus();
      },
      onRetry: (id) => this.#client.retry(id),
      onDiscard: (id) => this.#client.discard(id),
    };
  }
}
