import type { Connection } from 'mongoose';
import type { Scenarios } from '../scenarios/index.ts';
import { listCases, readCase, removeCase, saveCase, type CasePlace } from './cases.ts';
import { caseModel, type StoredCase } from './model.ts';

export { caseRoutes } from './routes.ts';
export type { CasePlace } from './cases.ts';
export type { StoredCase } from './model.ts';

/** Dialogues that prove scenarios. A scenario is named by its id or its key. @throws scenario_not_found */
export interface Cases {
  prepare(): Promise<void>;
  list(of: Omit<CasePlace, 'key'>): Promise<StoredCase[]>;
  /** @throws case_invalid, case_too_large, too_many_cases */
  save(place: CasePlace, given: unknown): Promise<StoredCase>;
  remove(place: CasePlace): Promise<void>;
}

export function createCases({ connection, scenarios }: { connection: Connection; scenarios: Scenarios }): Cases {
  const cases = caseModel(connection);
  async function known<P extends Omit<CasePlace, 'key'>>(place: P): Promise<P> {
    const { _id } = await scenarios.get(place.tenant, place.scenario);
    return { ...place, scenario: _id };
  }
  return {
    async prepare() {
      await cases.createIndexes();
    },
    list: async (of) => listCases(cases, await known(of)),
    async save(place, given) {
      const read = readCase(given);
      return saveCase(cases, await known(place), read);
    },
    remove: async (place) => removeCase(cases, await known(place)),
  };
}
