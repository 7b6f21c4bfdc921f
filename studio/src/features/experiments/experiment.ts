import type { Answer } from '../../api/send.ts';

export type Experiment = Answer<'listExperiments'>['experiments'][number];
export type Results = Answer<'getExperimentResults'>;
export type VariantResult = Results['variants'][number];
export type Goal = Experiment['goals'][number];
