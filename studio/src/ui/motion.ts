/** Whether the system was asked for less motion. */
export const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** How a view goes to another place: smoothly, or at once for whoever wants less motion. */
export const glide = () => ({ duration: isStill() ? 0 : 200 });
