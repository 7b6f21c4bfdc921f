import type { defaultLocale } from './default-locale.ts';

/** What a question asks that had no text of its own, by the language of the file. */
export const plainQuestions: Readonly<Record<ReturnType<typeof defaultLocale>, Record<'answer' | 'choose', string>>> = {
  en: { answer: 'Your answer?', choose: 'Please choose:' },
  ru: { answer: 'Ваш ответ?', choose: 'Выберите:' },
};
