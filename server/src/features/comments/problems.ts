import { defineProblems } from '../../platform/errors/problem.ts';

export const commentProblems = defineProblems({
  thread_not_found: { status: 404, title: { en: 'There is no such thread', ru: 'Такого обсуждения нет' } },
  comment_not_found: { status: 404, title: { en: 'There is no such comment', ru: 'Такого комментария нет' } },
  comment_not_yours: {
    status: 403,
    title: { en: 'Somebody else wrote this comment', ru: 'Этот комментарий написал другой человек' },
    next: { en: 'Answer in the thread instead', ru: 'Ответьте в обсуждении' },
  },
  mention_not_found: {
    status: 422,
    title: { en: 'Nobody of the organisation has this id', ru: 'В организации никого нет с таким идентификатором' },
    next: { en: 'Mention somebody of the organisation', ru: 'Упомяните кого-нибудь из организации' },
  },
  too_many_threads: {
    status: 409,
    title: {
      en: 'The scenario has as many open threads as it may have',
      ru: 'У сценария слишком много открытых обсуждений',
    },
    next: { en: 'Resolve some first', ru: 'Сначала завершите некоторые из них' },
  },
  thread_full: {
    status: 409,
    title: { en: 'The thread has as many comments as it may have', ru: 'В обсуждении слишком много комментариев' },
    next: { en: 'Resolve it and begin another', ru: 'Завершите его и начните новое' },
  },
});
