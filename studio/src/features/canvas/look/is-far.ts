type Seen = { transform: readonly [x: number, y: number, zoom: number] };

/** Is the canvas seen from so far that only names can be read on it? */
export const isFar = ({ transform: [, , zoom] }: Seen): boolean => zoom < 0.25;

/** Is it seen from so far that not even names can be read? */
export const isVeryFar = ({ transform: [, , zoom] }: Seen): boolean => zoom < 0.1;
