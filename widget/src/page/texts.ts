const TEXTS = {
  en: {
    placeholder: 'Write a message…',
    send: 'Send',
    sending: 'sending…',
    retry: 'Not sent. Try again',
    offline: 'No connection. What you write is sent as soon as it is back.',
    anew: 'New conversation',
    language: 'Language',
    typing: 'is writing…',
    latest: 'New messages',
    log: 'Conversation',
    talkTo: 'Talk to an agent',
    none: 'No agent is open to talk to yet. Publish a scenario and choose it for an agent.',
    docs: 'API documentation',
  },
  ru: {
    placeholder: 'Напишите сообщение…',
    send: 'Отправить',
    sending: 'отправляется…',
    retry: 'Не отправлено. Повторить',
    offline: 'Нет связи. Написанное уйдёт, как только она появится.',
    anew: 'Новый разговор',
    language: 'Язык',
    typing: 'пишет…',
    latest: 'Новые сообщения',
    log: 'Разговор',
    talkTo: 'Поговорить с агентом',
    none: 'Пока нет открытых агентов. Опубликуйте сценарий и выберите его для агента.',
    docs: 'Документация API',
  },
} as const;

export type Texts = { [K in keyof (typeof TEXTS)['en']]: string };

/** Texts of the page in the nearest language there is. */
export function textsFor(locale: string): Texts {
  return locale.toLowerCase().startsWith('ru') ? TEXTS.ru : TEXTS.en;
}
