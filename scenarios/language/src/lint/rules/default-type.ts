import type { VariableType } from '../../document/variable.ts';
import { found, type Rule } from '../context.ts';

const FITS: Record<VariableType, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  date: (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
  datetime: (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
  list: (value) => Array.isArray(value),
  object: (value) => typeof value === 'object' && !Array.isArray(value),
  any: () => true,
};

/** A default that is not of its variable's type. */
export const defaultType: Rule = {
  code: 'default_type',
  check: ({ scenario }) =>
    Object.entries(scenario.variables)
      .filter(([, { type, default: value }]) => value !== undefined && value !== null && !FITS[type](value))
      .map(([name, { type }]) =>
        found(
          'default_type',
          'error',
          { path: ['variables', name, 'default'] },
          { en: `The default of “${name}” is not of type ${type}`, ru: `Значение по умолчанию «${name}» — не ${type}` },
          { en: 'Change the default or the type', ru: 'Измените значение или тип' },
        ),
      ),
};
