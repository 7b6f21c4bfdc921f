/**
 * What the work gives, or the signal's reason as soon as it is aborted, for work that does not heed the signal or heeds it late. The
 * work is then left behind, and not begun when the signal is aborted already.
 */
export async function unlessAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const abortion = Promise.withResolvers<never>();
  const abort = (): void => abortion.reject(signal.reason);
  signal.addEventListener('abort', abort);
  try {
    return await Promise.race([work(), abortion.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
