import { defineTexts } from '../../i18n/define-texts.ts';
import { en } from './texts/en.ts';
import { ru } from './texts/ru.ts';

export const useTexts = defineTexts('inspector', { en, ru });
export type InspectorTexts = ReturnType<typeof useTexts>;
