import type { Experiment } from '../model.ts';
import type { Judgement } from '../statistics/judge.ts';

export interface Words {
  en: string;
  ru: string;
}

/** The verdict as somebody would say it who knows about peeking. */
export function inWords(
  { verdict, comparisons }: Judgement,
  { variants, minimalEffect }: Pick<Experiment, 'variants' | 'minimalEffect'>,
): Words {
  const name = (at: number): string => variants[at]?.name ?? '';
  const effect = points(minimalEffect);
  switch (verdict.kind) {
    case 'better': {
      const [winner, others] = [name(verdict.variant), verdict.variant === 0 ? null : name(0)];
      const [low, high] = comparisons[verdict.variant - 1]?.always.interval ?? [0, 0];
      if (others === null)
        return {
          en: `“${winner}” is better than every other variant. This holds however often you looked.`,
          ru: `«${winner}» лучше всех остальных вариантов. Вывод верен, сколько бы раз вы ни смотрели на результаты.`,
        };
      return {
        en: `“${winner}” is better than “${others}”, by ${points(low)} to ${points(high)} points. This holds however often you looked.`,
        ru: `«${winner}» лучше, чем «${others}», на ${points(low, ',')}–${points(high, ',')} п. п. Вывод верен, сколько бы раз вы ни смотрели на результаты.`,
      };
    }
    case 'no-difference':
      return {
        en: `There is no difference that matters: it is smaller than ${effect} points either way.`,
        ru: `Значимой разницы нет: она меньше ${points(minimalEffect, ',')} п. п. в обе стороны.`,
      };
    case 'open':
      if (verdict.more === null)
        return {
          en: 'Not enough data yet, and too little to say how much more is needed.',
          ru: 'Данных пока мало, и по ним ещё не сказать, сколько нужно.',
        };
      return {
        en: `Not enough data yet: if the rates stay as they are, about ${verdict.more.toLocaleString('en')} more contacts are needed.`,
        ru: `Данных пока мало: если доли останутся такими, нужно ещё примерно контактов: ${verdict.more.toLocaleString('ru')}.`,
      };
  }
}

/** 0.053 → `5.3` */
function points(share: number, comma = '.'): string {
  return String(Math.round(share * 1_000) / 10).replace('.', comma);
}
