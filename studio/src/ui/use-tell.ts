import { App } from 'antd';
import { useProblemWords } from './use-problem-words.ts';

/** Tells in passing what was done, or why it was not. */
export function useTell(): { done(text: string): void; failed(error: unknown): void } {
  const { message, notification } = App.useApp();
  const words = useProblemWords();
  return {
    done: (text) => void message.success(text),
    failed(error) {
      const { title, next, detail } = words(error);
      notification.error({ title, description: [next, detail].filter(Boolean).join(' · '), duration: 8 });
    },
  };
}
