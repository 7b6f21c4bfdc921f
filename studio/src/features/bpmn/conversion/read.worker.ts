import { fromBpmn } from '@scenarium/language';
import type { Asked, Told } from './reader.ts';

addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  postMessage(await answer(data));
});

async function answer({ id, xml }: Asked): Promise<Told> {
  try {
    return { id, kind: 'read', ...(await fromBpmn(xml)) };
  } catch (error) {
    return { id, kind: 'failed', message: (error as Error).message };
  }
}
