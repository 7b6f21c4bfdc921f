import type { ChannelsContext } from '../context.ts';
import type { Channel } from '../model.ts';
import { checkChannel } from './check.ts';

const LOOK_MS = 5_000;
/** Each channel is looked at so often, by one process at a time. */
const EVERY_MS = 60_000;

/** Looks after the health of all channels. */
export function startChecker(context: ChannelsContext): { stop(): void } {
  const { channels, log } = context;
  let stopping = false;

  async function look(): Promise<void> {
    while (!stopping) {
      const due = { paused: false, checkAt: { $lte: new Date() } };
      const later = { $set: { checkAt: new Date(Date.now() + EVERY_MS) } };
      const channel = (await channels.collection.findOneAndUpdate(due, later)) as Channel | null;
      if (!channel) return;
      await checkChannel(context, channel);
    }
  }

  const looks = setInterval(() => {
    look().catch((error: unknown) => log.error({ err: error as Error }, 'checking channels'));
  }, LOOK_MS);
  return {
    stop() {
      stopping = true;
      clearInterval(looks);
    },
  };
}
