/** The longest text of a file that is read, in characters. */
export const LARGEST_FILE = 5_000_000;

/** The most nodes of a file that are read: a scenario may have no more steps. */
export const MOST_NODES = 2_500;
