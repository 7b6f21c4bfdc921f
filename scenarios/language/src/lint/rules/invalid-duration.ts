import { parseDuration } from '../../expressions/duration.ts';
import { found, type Rule } from '../context.ts';

/** A fixed duration that cannot be read. */
export const invalidDuration: Rule = {
  code: 'invalid_duration',
  check: ({ scenario, place }) =>
    scenario.steps.flatMap((step) =>
      (['for', 'timeout'] as const).flatMap((field) => {
        const value = (step as Record<string, unknown>)[field];
        if (typeof value !== 'string' || value.includes('{{') || parseDuration(value) !== undefined) return [];
        return [
          found(
            'invalid_duration',
            'error',
            place(step, field),
            { en: `“${value}” is not a duration`, ru: `«${value}» — не срок` },
            { en: 'Write it as 30s, 10m, 2h, 1d or 1w', ru: 'Запишите как 30s, 10m, 2h, 1d или 1w' },
          ),
        ];
      }),
    ),
};
