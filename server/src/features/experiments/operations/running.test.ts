import mongoose from 'mongoose';
import { expect, it } from 'vitest';
import { experimentModels } from '../model.ts';
import { createRunning } from './running.ts';

const agent = {
  ...{ id: 'agent', name: 'Agent', version: 'v1', variables: {} },
  turnTaking: { policy: 'each' as const, windowMs: 0 },
};

it('given an agent without an experiment, then its version is chosen without asking the database', async () => {
  // Never opened: no command on it is ever answered.
  const models = experimentModels(mongoose.createConnection());
  const running = createRunning({ models, compiled: () => Promise.reject(new Error()), broke: async () => undefined });
  expect(await running.choose({ ...agent, experiment: null }, { tenant: 't', contact: 'Ann' })).toEqual({
    version: 'v1',
  });
});
