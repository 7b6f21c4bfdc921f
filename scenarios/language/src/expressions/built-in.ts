import type { VariableType } from '../document/variable.ts';

/** Names every expression sees beside the variables. */
export const BUILT_IN: Readonly<Record<string, VariableType>> = {
  contact: 'object',
  conversation: 'object',
  agent: 'object',
  message: 'object',
  locale: 'text',
  now: 'datetime',
  error: 'any',
};
