import type { Problem } from '../client/types.ts';

const en = {
  online: 'Online',
  connecting: 'Connecting…',
  offline: 'No connection',
  offlineBanner: 'No connection. What you write is kept and sent as soon as it is back.',
  language: 'Language',
  dialogue: 'Dialogue',
  close: 'Close the chat',
  write: 'Write a message…',
  send: 'Send',
  you: 'You',
  agent: 'Agent',
  operator: 'Operator',
  typing: 'is typing…',
  sending: 'Sending…',
  sent: 'Sent',
  failed: 'Not sent.',
  failedOrder: 'What follows goes on without it. “Try again” sends it after that.',
  retry: 'Try again',
  discard: 'Delete',
  latest: 'New messages',
  earlier: 'Earlier messages',
  loading: 'Loading…',
  earlierFailed: 'Earlier messages could not be loaded. Try again',
  bottom: 'To the latest message',
  closed: 'This conversation is finished.',
  restart: 'New conversation',
  attachment: 'Attachment',
  picture: 'Picture',
  source: 'Source',
  sources: 'Sources',
  page: 'p.',
  newWindow: 'opens in a new window',
  languageFailed: 'The language could not be switched. Try again when the connection is back.',
  heading: 'Whom would you like to talk to?',
  nobody: 'No agent is published yet.',
  docs: 'API documentation',
  studio: 'Open the studio',
  startFailed: 'The agents could not be loaded. Reload the page.',
  unavailable: 'This chat is not available',
  /** By the code of a problem, where the server's own words are not for visitors. */
  reasons: {
    agent_not_found: 'Check the address: there is no agent here.',
    agent_not_active: 'The agent does not answer yet. Come back later.',
    message_too_long: 'The message is too long: at most 10,000 characters.',
    queue_full: 'Too much waits to be sent. Go on when the connection is back.',
  },
};

export type Texts = typeof en;

const ru: Texts = {
  online: 'На связи',
  connecting: 'Подключаемся…',
  offline: 'Нет связи',
  offlineBanner: 'Нет связи. Написанное сохранится и уйдёт, как только она появится.',
  language: 'Язык',
  dialogue: 'Диалог',
  close: 'Закрыть чат',
  write: 'Напишите сообщение…',
  send: 'Отправить',
  you: 'Вы',
  agent: 'Агент',
  operator: 'Оператор',
  typing: 'печатает…',
  sending: 'Отправляется…',
  sent: 'Отправлено',
  failed: 'Не отправлено.',
  failedOrder: 'Остальное уходит без него. «Повторить» отправит его следом.',
  retry: 'Повторить',
  discard: 'Удалить',
  latest: 'Новые сообщения',
  earlier: 'Предыдущие сообщения',
  loading: 'Загружаем…',
  earlierFailed: 'Не удалось загрузить предыдущие сообщения. Повторить',
  bottom: 'К последнему сообщению',
  closed: 'Разговор завершён.',
  restart: 'Новый разговор',
  attachment: 'Вложение',
  picture: 'Изображение',
  source: 'Источник',
  sources: 'Источники',
  page: 'с.',
  newWindow: 'откроется в новом окне',
  languageFailed: 'Не удалось сменить язык. Повторите, когда появится связь.',
  heading: 'С кем вы хотите поговорить?',
  nobody: 'Пока не опубликован ни один агент.',
  docs: 'Документация API',
  studio: 'Открыть студию',
  startFailed: 'Не удалось загрузить список агентов. Обновите страницу.',
  unavailable: 'Этот чат недоступен',
  reasons: {
    agent_not_found: 'Проверьте адрес: здесь нет агента.',
    agent_not_active: 'Агент пока не отвечает. Зайдите позже.',
    message_too_long: 'Сообщение слишком длинное: не более 10 000 знаков.',
    queue_full: 'Слишком много неотправленного. Продолжите, когда появится связь.',
  },
};

export type Language = 'en' | 'ru';

const byLanguage: Record<Language, Texts> = { en, ru };

/** The page's own texts in the first of these languages that it has. */
export function textsFor(locales: readonly string[]): Texts {
  return byLanguage[languageOf(locales)];
}

/** The language of {@link textsFor}. */
export function languageOf(locales: readonly string[]): Language {
  const languages = locales.map((locale) => locale.split('-')[0]?.toLowerCase());
  return languages.find((language) => language === 'en' || language === 'ru') ?? 'en';
}

/** The tag to write times and days by: the visitor's own region where the language is theirs. */
export function regionOf(locales: readonly string[]): string {
  const language = languageOf(locales);
  return locales.find((locale) => locale.startsWith(`${language}-`) && isKnown(locale)) ?? language;
}

function isKnown(locale: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false;
  }
}

/** Why something was refused, in words for a visitor. */
export function reasonOf({ code, title }: Problem, { reasons }: Texts): string {
  return new Map(Object.entries(reasons)).get(code) ?? title;
}
