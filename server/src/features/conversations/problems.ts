import { defineProblems } from '../../platform/errors/problem.ts';

export const conversationProblems = defineProblems({
  conversation_not_found: { status: 404, title: { en: 'There is no such conversation', ru: 'Нет такого разговора' } },
  message_empty: {
    status: 400,
    title: { en: 'The message is empty', ru: 'Сообщение пустое' },
    next: { en: 'Send "text" or "option"', ru: 'Передайте «text» или «option»' },
  },
  parked_not_found: {
    status: 404,
    title: { en: 'There is no such parked message', ru: 'Нет такого отложенного сообщения' },
  },
});
