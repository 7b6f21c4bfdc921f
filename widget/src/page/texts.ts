const en = {
  online: 'Online',
  connecting: 'Connecting…',
  offline: 'No connection',
  offlineBanner: 'No connection. What you write is kept and sent as soon as it is back.',
  language: 'Language',
  dialogue: 'Dialogue',
  write: 'Write a message…',
  send: 'Send',
  you: 'You',
  agent: 'Agent',
  operator: 'Operator',
  typing: 'is typing…',
  sending: 'Sending…',
  sent: 'Sent',
  failed: 'Not sent.',
  failedOrder: 'What you wrote after it goes on. If you try again, it is sent now, in this place.',
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
  newWindow: 'opens in a new window',
  languageFailed: 'The language could not be switched. Try again when the connection is back.',
  heading: 'Whom would you like to talk to?',
  nobody: 'No agent is published yet.',
  docs: 'API documentation',
};

export type Texts = typeof en;

const ru: Texts = {
  online: 'На связи',
  connecting: 'Подключаемся…',
  offline: 'Нет связи',
  offlineBanner: 'Нет связи. Написанное сохранится и уйдёт, как только она появится.',
  language: 'Язык',
  dialogue: 'Диалог',
  write: 'Напишите сообщение…',
  send: 'Отправить',
  you: 'Вы',
  agent: 'Агент',
  operator: 'Оператор',
  typing: 'печатает…',
  sending: 'Отправляется…',
  sent: 'Отправлено',
  failed: 'Не отправлено.',
  failedOrder: 'Написанное после него уходит своим чередом. Если повторить, оно уйдёт сейчас и встанет на это место.',
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
  newWindow: 'откроется в новом окне',
  languageFailed: 'Не удалось сменить язык. Повторите, когда появится связь.',
  heading: 'С кем вы хотите поговорить?',
  nobody: 'Пока не опубликован ни один агент.',
  docs: 'Документация API',
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
