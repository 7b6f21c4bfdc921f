import { ChatClient, type Button } from '../client/chat-client.ts';
import { bubble } from './bubble.ts';
import { element } from './element.ts';
import { textsFor } from './texts.ts';

const agent = decodeURIComponent(location.pathname.split('/').at(-1) ?? '');
const wanted = new URLSearchParams(location.search).get('lang') ?? undefined;
const find = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

const log = find('log');
const form = find<HTMLFormElement>('form');
const input = find<HTMLTextAreaElement>('input');
const languages = find<HTMLSelectElement>('language');
const offline = find('offline');
const typing = find('typing');
const latest = find<HTMLButtonElement>('latest');

const client = new ChatClient({
  agent,
  storage: localStorage,
  locale: wanted ?? navigator.language.split('-')[0] ?? 'en',
  onChange: () => requestAnimationFrame(draw),
});

let shownLocale = '';
let wasOnline = false;

function draw(): void {
  const locale = client.conversation?.locale ?? wanted ?? navigator.language;
  const texts = textsFor(locale);
  if (shownLocale !== locale) translate(locale);
  wasOnline ||= client.online;
  offline.hidden = client.online || !wasOnline;
  typing.hidden = !client.typing;
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  const last = client.messages.at(-1);
  const rows = client.messages.map((message) =>
    bubble(message, { locale, onPress: message === last && client.outgoing.length === 0 ? press : null }),
  );
  const sending = client.outgoing.map(({ id, text = '', problem }) => {
    const state = problem
      ? element(
          'button',
          { className: 'meta problem', type: 'button', onclick: () => client.retry(id), title: problem },
          texts.retry,
        )
      : element('span', { className: 'meta' }, texts.sending);
    return element('div', { className: 'message in' }, element('div', { className: 'bubble' }, text), state);
  });
  const failure = client.failure === null ? [] : [element('p', { className: 'failure' }, client.failure)];
  replaceChanged(log, [...failure, ...rows, ...sending]);
  if (atEnd) log.scrollTop = log.scrollHeight;
  latest.hidden = atEnd;
}

/** Keeps what is the same, so that readers of screens hear only what is new. */
function replaceChanged(parent: HTMLElement, rows: HTMLElement[]): void {
  rows.forEach((row, i) => {
    const old = parent.children[i];
    if (!old) parent.append(row);
    else if (!old.isEqualNode(row) || row.querySelector('button')) old.replaceWith(row);
  });
  while (parent.children.length > rows.length) parent.lastElementChild?.remove();
}

function press({ id, label }: Button): void {
  client.send({ option: id, text: label });
  input.focus();
}

function translate(locale: string): void {
  const texts = textsFor(locale);
  shownLocale = locale;
  document.documentElement.lang = locale;
  const name = client.conversation?.agent.name ?? '';
  find('name').textContent = name;
  document.title = name || 'Scenarium';
  input.placeholder = texts.placeholder;
  input.setAttribute('aria-label', texts.placeholder);
  find('send').setAttribute('aria-label', texts.send);
  find('anew').textContent = texts.anew;
  offline.textContent = texts.offline;
  latest.textContent = texts.latest;
  log.setAttribute('aria-label', texts.log);
  languages.setAttribute('aria-label', texts.language);
  typing.setAttribute('aria-label', `${name} ${texts.typing}`);
  const locales = client.conversation?.locales ?? [];
  languages.hidden = locales.length < 2;
  languages.replaceChildren(
    ...locales.map((code) => element('option', { value: code, selected: code === locale }, nameOf(code))),
  );
}

function nameOf(code: string): string {
  return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
}

function submit(): void {
  const text = input.value.trim();
  if (!text) return;
  client.send({ text });
  input.value = '';
  log.scrollTop = log.scrollHeight;
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  submit();
});
input.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  submit();
});
languages.addEventListener('change', () => void client.switchLanguage(languages.value));
find('anew').addEventListener('click', () => void client.startAnew().then(() => input.focus()));
latest.addEventListener('click', () => (log.scrollTop = log.scrollHeight));
log.addEventListener('scroll', () => {
  if (log.scrollHeight - log.scrollTop - log.clientHeight < 80) latest.hidden = true;
});

client.start().catch((error: unknown) => {
  client.failure = String(error);
  draw();
});
