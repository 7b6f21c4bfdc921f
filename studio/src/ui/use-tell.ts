import { App } from 'antd';
import { useProblemWords } from './use-problem-words.ts';

export interface Tell {
  done(text: string): void;
  /** Something was not allowed: why, and what to do instead. */
  refused(why: string, next: string): void;
  failed(error: unknown): void;
}

/** Tells in passing what was done, or why it was not. */
export function useTell(): Tell {
  const { message, notification } = App.useApp();
  const words = useProblemWords();
  return {
    done: (text) => void message.success(text),
    refused: (why, next) => void message.warning(`${why}. ${next}.`, 6),
    failed(error) {
      const { title, next, detail } = words(error);
      notification.error({ title, description: [next, detail].filter(Boolean).join(' · '), duration: 8 });
    },
  };
}
