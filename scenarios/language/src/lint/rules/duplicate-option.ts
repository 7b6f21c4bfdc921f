import { found, type Rule } from '../context.ts';

/** Two options of a choice that one answer would fit. */
export const duplicateOption: Rule = {
  code: 'duplicate_option',
  check: ({ scenario, place }) =>
    scenario.steps.flatMap((step) => {
      if (step.type !== 'ask' || step.answer.type !== 'choice') return [];
      const seen = new Map<string, number>();
      return step.answer.options.flatMap(({ id, label, synonyms }, i) => {
        const words = new Set([id, `label:${label}`, ...synonyms].map((word) => word.toLowerCase()));
        const clash = [...words].find((word) => seen.has(word));
        words.forEach((word) => seen.set(word, i));
        if (clash === undefined) return [];
        return [
          found(
            'duplicate_option',
            'error',
            place(step, 'answer', 'options', i),
            { en: `Option “${id}” repeats another one`, ru: `Вариант «${id}» повторяет другой` },
            { en: 'Give it its own id, label and synonyms', ru: 'Дайте ему свои идентификатор, подпись и синонимы' },
          ),
        ];
      });
    }),
};
