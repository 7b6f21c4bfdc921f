import { fromBpmn, toBpmn } from '@scenarium/language';
import type { Asked, Told } from './converter.ts';

addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  postMessage(await answer(data));
});

async function answer(asked: Asked): Promise<Told> {
  const { id } = asked;
  try {
    if (asked.kind === 'write') {
      const { scenario, exits } = asked;
      const xml = await toBpmn(scenario, { exitName: (step, exit) => exits[step.id]?.[exit] ?? exit });
      return { id, kind: 'written', xml };
    }
    return { id, kind: 'read', ...(await fromBpmn(asked.xml)) };
  } catch (error) {
    return { id, kind: 'failed', message: (error as Error).message };
  }
}
