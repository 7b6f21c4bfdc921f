import { defineTexts, type Translate } from '../../i18n/define-texts.ts';
import { en } from './texts/en.ts';
import { ru } from './texts/ru.ts';

export const useTexts = defineTexts('bpmn', { en, ru });
export type Words = Translate<typeof en>;
