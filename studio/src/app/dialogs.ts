import { createValue } from '../api/value.ts';

/** Which of the dialogs over every page is open. */
export const dialogs = createValue<'none' | 'palette' | 'shortcuts'>('none');
