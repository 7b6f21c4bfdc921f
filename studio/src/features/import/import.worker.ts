import { importScenario, type ImportReport } from '@scenarium/language';

/** What the worker is asked: the text of a file. */
export interface PreviewRequest {
  id: number;
  text: string;
  /** What the scenario is called where the file gives no name. */
  name?: string | undefined;
}

/** What the file would become. `name` is null where there is no scenario in it. */
export interface Preview {
  id: number;
  name: string | null;
  steps: number;
  report: ImportReport;
}

addEventListener('message', async ({ data: { id, text, name: otherwise } }: MessageEvent<PreviewRequest>) => {
  const { scenario, report } = await importScenario(text, otherwise ? { name: otherwise } : {});
  postMessage({ id, name: scenario?.name ?? null, steps: scenario?.steps.length ?? 0, report } satisfies Preview);
});
