/** A pause that news ends. News that came before the pause ends it at once. */
export interface Waker {
  wake(): void;
  /** Answers what ended it. */
  pause(ms: number): Promise<'news' | 'time'>;
}

export function createWaker(): Waker {
  let awake = false;
  let end: (() => void) | null = null;
  return {
    wake() {
      awake = true;
      end?.();
    },
    async pause(ms) {
      if (!awake) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, Math.max(ms, 1));
          end = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      const woken = awake;
      end = null;
      awake = false;
      return woken ? 'news' : 'time';
    },
  };
}
