/** Is the canvas seen from so far that only names can be read on it? */
export const isFar = ({
  transform: [, , zoom],
}: {
  transform: readonly [x: number, y: number, zoom: number];
}): boolean => zoom < 0.25;
