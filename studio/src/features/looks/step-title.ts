import type { Step } from '@scenarium/language';
import type { LookTexts } from './texts.ts';

/** What a step is called: by its name, else by its type. */
export const stepTitle = (t: LookTexts, { name, type }: Step): string => name ?? t(`type.${type}`);
