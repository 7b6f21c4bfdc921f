import { createValue } from './value.ts';

/** Is the server away? Told by every request; shown above the page. */
export const serverAway = createValue(false);
