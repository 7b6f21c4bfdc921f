import { defineTexts } from '../../i18n/define-texts.ts';
import { en } from './texts/en.ts';
import { ru } from './texts/ru.ts';

export const useTexts = defineTexts('comments', { en, ru });
