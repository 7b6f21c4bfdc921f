import type { ChannelsContext } from '../context.ts';
import { createDelivering } from './deliver.ts';

const LOOK_MS = 500;
const AT_ONCE = 200;

/** Sees to it that messages leave: at once where this process said them, and whatever was left by others. */
export interface Sender {
  /** Something of the conversation waits. */
  poke(conversation: string): void;
  /** Ends when what is being sent is sent. */
  stop(): Promise<void>;
}

export function startSender(context: ChannelsContext): Sender {
  const { deliveries, log } = context;
  const { deliver } = createDelivering(context);
  const busy = new Map<string, { done: Promise<void>; again: boolean }>();
  let stopping = false;

  function poke(conversation: string): void {
    const found = busy.get(conversation);
    if (found) found.again = true;
    if (found || stopping) return;
    const work = { again: false, done: run() };
    busy.set(conversation, work);

    async function run(): Promise<void> {
      await deliver(conversation).catch((error: unknown) =>
        log.error({ err: error as Error, conversation }, 'delivery'),
      );
      busy.delete(conversation);
      if (work.again) poke(conversation);
    }
  }

  async function look(): Promise<void> {
    for (const conversation of await deliveries.due(new Date(), AT_ONCE)) poke(conversation);
  }

  const looks = setInterval(() => {
    if (busy.size < AT_ONCE) look().catch((error: unknown) => log.error({ err: error as Error }, 'deliveries'));
  }, LOOK_MS);
  return {
    poke,
    async stop() {
      stopping = true;
      clearInterval(looks);
      await Promise.all([...busy.values()].map(({ done }) => done));
    },
  };
}
