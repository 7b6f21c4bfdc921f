import type { Socket } from 'socket.io';

/** So much waits for a client that does not read; no more. */
const MOST_WAITING = 32;

/** What one connected client is told. */
export interface Feed {
  emit(event: string, payload: object): void;
}

/**
 * Tells a client what happens for as long as it keeps up. One that does not is told nothing any more, so that nothing piles up for it
 * here, until it has read what waited; then `onCaughtUp` is called.
 */
export function createFeed(socket: Socket, onCaughtUp: () => void): Feed {
  let waiting = 0;
  let isBehind = false;
  // Comes when what waited is handed to a connection that takes it.
  socket.conn.on('drain', () => {
    waiting = 0;
    if (!isBehind) return;
    isBehind = false;
    onCaughtUp();
  });
  return {
    emit(event, payload) {
      isBehind ||= waiting >= MOST_WAITING;
      if (isBehind) return;
      waiting += 1;
      socket.emit(event, payload);
    },
  };
}
