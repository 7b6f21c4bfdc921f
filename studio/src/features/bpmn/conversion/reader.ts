import type { BpmnImport } from '@scenarium/language';

/** What the worker is asked. */
export interface Asked {
  id: number;
  xml: string;
}
/** What it answers. */
export type Told = { id: number } & (({ kind: 'read' } & BpmnImport) | { kind: 'failed'; message: string });

/** Reads BPMN beside the page: a large drawing takes seconds. */
export interface Reader {
  read(xml: string): Promise<BpmnImport>;
  stop(): void;
}

export function createReader(): Reader {
  const worker = new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (told: Told) => void>();
  let asked = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', ({ message }) => {
    for (const [id, tell] of waiting) tell({ id, kind: 'failed', message });
    waiting.clear();
  });

  function ask(xml: string): Promise<Told> {
    asked += 1;
    const id = asked;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      worker.postMessage({ id, xml } satisfies Asked);
    });
  }

  return {
    async read(xml) {
      const told = await ask(xml);
      if (told.kind === 'failed') throw new Error(told.message);
      return { scenario: told.scenario, report: told.report };
    },
    stop: () => worker.terminate(),
  };
}
