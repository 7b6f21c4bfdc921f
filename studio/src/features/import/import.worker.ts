import { importScenario } from '@scenarium/language';
import type { ChosenFile } from './read-import.ts';

addEventListener('message', async ({ data: { text, name } }: MessageEvent<ChosenFile>) => {
  postMessage(await importScenario(text, name ? { name } : {}));
});
