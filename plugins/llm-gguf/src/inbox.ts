/** Messages that arrive whenever they like, for somebody who takes one after the other. */
export function createInbox<T>(): { put(message: T): void; take(): Promise<T> } {
  const messages: T[] = [];
  let arrived = Promise.withResolvers<void>();
  return {
    put(message) {
      messages.push(message);
      arrived.resolve();
    },
    async take() {
      while (messages.length === 0) {
        await arrived.promise;
        arrived = Promise.withResolvers();
      }
      return messages.shift() as T;
    },
  };
}
