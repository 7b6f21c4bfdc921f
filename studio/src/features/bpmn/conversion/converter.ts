import type { BpmnImport, Scenario } from '@scenarium/language';
import type { ExitNames } from './exit-names.ts';

/** What the worker is asked. */
export type Asked = { id: number } & (
  { kind: 'write'; scenario: Scenario; exits: ExitNames } | { kind: 'read'; xml: string }
);
/** What it answers. */
export type Told = { id: number } & (
  { kind: 'written'; xml: string } | ({ kind: 'read' } & BpmnImport) | { kind: 'failed'; message: string }
);

/** Scenario ↔ BPMN beside the page: a large scenario takes seconds. */
export interface Converter {
  write(scenario: Scenario): Promise<string>;
  read(xml: string): Promise<BpmnImport>;
  stop(): void;
}

/** `nameExits`: how the exits of a scenario are called in its diagram. */
export function createConverter(nameExits: (scenario: Scenario) => ExitNames = () => ({})): Converter {
  const worker = new Worker(new URL('./bpmn.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (told: Told) => void>();
  const written = new WeakMap<Scenario, string>();
  let asked = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', ({ message }) => {
    for (const [id, tell] of waiting) tell({ id, kind: 'failed', message });
    waiting.clear();
  });

  function ask(
    what: { kind: 'write'; scenario: Scenario; exits: ExitNames } | { kind: 'read'; xml: string },
  ): Promise<Told> {
    asked += 1;
    const id = asked;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      worker.postMessage({ id, ...what } satisfies Asked);
    });
  }

  return {
    async write(scenario) {
      const known = written.get(scenario);
      if (known !== undefined) return known;
      const told = await ask({ kind: 'write', scenario, exits: nameExits(scenario) });
      if (told.kind !== 'written') throw new Error(told.kind === 'failed' ? told.message : told.kind);
      written.set(scenario, told.xml);
      return told.xml;
    },
    async read(xml) {
      const told = await ask({ kind: 'read', xml });
      if (told.kind !== 'read') throw new Error(told.kind === 'failed' ? told.message : told.kind);
      return { scenario: told.scenario, report: told.report };
    },
    stop: () => worker.terminate(),
  };
}
