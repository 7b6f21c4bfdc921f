import { fromBpmn, toBpmn } from '@scenarium/language';
import type { Asked, Told } from './converter.ts';

addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  postMessage(await answer(data));
});

async function answer(asked: Asked): Promise<Told> {
  const { id } = asked;
  try {
    if (asked.kind === 'write') return { id, kind: 'written', xml: await toBpmn(asked.scenario) };
    return { id, kind: 'read', ...(await fromBpmn(asked.xml)) };
  } catch (error) {
    return { id, kind: 'failed', message: (error as Error).message };
  }
}
