import type { Answer, Input } from '../../api/send.ts';
import type { Experiment, Goal } from './experiment.ts';
import { evenShares } from './shares.ts';

/** An experiment as it is filled in. */
export interface Plan {
  name: string;
  hypothesis: string;
  variants: { name: string; scenario: string; version: string }[];
  weights: number[];
  /** `outcome:sold`, `event:offered` */
  goals: string[];
  /** In points. */
  minimalEffect: number;
  /** Percent that converts now; only to tell how many contacts are needed. */
  rate: number;
}

export type Version = Answer<'listVersions'>['versions'][number];

/** What the form begins with: the agent's version against the newest other one. */
export function firstPlan(
  { scenario, version }: Answer<'getAgent'>,
  versions: readonly Version[],
  nameOf: (version: Version) => string,
): Plan {
  const active = versions.find(({ id }) => id === version);
  const other = versions.find(({ id }) => id !== version) ?? active;
  return {
    name: '',
    hypothesis: '',
    variants: [active, other].map((chosen) => ({
      name: chosen ? nameOf(chosen) : '',
      scenario: scenario ?? '',
      version: chosen?.id ?? '',
    })),
    weights: evenShares(2),
    goals: [],
    minimalEffect: 5,
    rate: 20,
  };
}

/** A draft as it is filled in again. */
export function planOf({ name, hypothesis, variants, goals, minimalEffect }: Experiment): Plan {
  return {
    name,
    hypothesis,
    variants: variants.map(({ name: label, scenario, version }) => ({ name: label, scenario, version })),
    weights: variants.map(({ weight }) => weight),
    goals: goals.map(keyOf),
    minimalEffect: minimalEffect * 100,
    rate: 20,
  };
}

/** What is sent. */
export function bodyOf({ name, hypothesis, variants, weights, goals, minimalEffect }: Plan) {
  return {
    name,
    hypothesis,
    variants: variants.map(({ name: label, version }, at) => ({ name: label, version, weight: weights[at] ?? 0 })),
    goals: goals.map(goalOf),
    minimalEffect: minimalEffect / 100,
  } satisfies Input<'updateExperiment'>['body'];
}

export const keyOf = ({ kind, name }: Goal): string => `${kind}:${name}`;

function goalOf(key: string): Goal {
  const kind = key.startsWith('event:') ? 'event' : 'outcome';
  return { kind, name: key.slice(kind.length + 1) };
}
