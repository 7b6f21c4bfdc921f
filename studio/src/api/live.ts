import { useEffect, useRef } from 'react';
import { io, type Socket } from 'socket.io-client';
import { renew, session } from './session.ts';
import { accessToken } from './tokens.ts';
import { createValue } from './value.ts';

type Listener = (state: unknown) => void;

/** Does the server tell what changes? Otherwise it is asked from time to time. */
export const isLive = createValue(false);

const topics = new Map<string, Set<Listener>>();
let socket: Socket | null = null;

/** The connection on which the server tells what changes, made when it is needed first. */
function connection(): Socket {
  if (socket) return socket;
  const made = io('/studio', {
    transports: ['websocket'],
    auth: (send) => send({ token: accessToken() }),
    reconnectionDelayMax: 10_000,
  });
  made.on('connect', () => {
    for (const topic of topics.keys()) made.emit('watch', topic);
    isLive.set(true);
  });
  made.on('disconnect', (reason) => {
    isLive.set(false);
    // The access token is over: the next one is as good.
    if (reason === 'io server disconnect') comeBack(made);
  });
  made.on('connect_error', ({ message }) => {
    if (message === 'unauthenticated') comeBack(made);
  });
  made.on('changed', ({ topic, state }: { topic: string; state: unknown }) => {
    for (const listener of topics.get(topic) ?? []) listener(state);
  });
  socket = made;
  return made;
}

const COME_BACK_MS = 2_000;

function comeBack(made: Socket): void {
  setTimeout(() => {
    if (session.get().state === 'out') return leaveLive();
    renew().then(
      () => made.connect(),
      () => comeBack(made),
    );
  }, COME_BACK_MS);
}

/** Ends the connection; the next who watches makes another. */
export function leaveLive(): void {
  socket?.disconnect();
  socket = null;
  isLive.set(false);
}

/** Calls back with how a topic is, now and whenever it changed. Gives the function that ends it. */
export function watch(topic: string, listener: Listener): () => void {
  const listeners = topics.get(topic) ?? new Set();
  topics.set(topic, listeners.add(listener));
  if (connection().connected) connection().emit('watch', topic);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    topics.delete(topic);
    socket?.emit('unwatch', topic);
  };
}

/** Shows others which draft is open here, and which step is selected. */
export function sayHere(scenario: string, step: string | null): void {
  connection().emit('here', { scenario, step });
}

/** Which of those who are here is this window. */
export const ownId = (): string | undefined => socket?.id;

export function sayGone(): void {
  socket?.emit('gone', null);
}

/** Watches a topic while a component is there. */
export function useWatch(topic: string | null, listener: Listener): void {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => (topic === null ? undefined : watch(topic, (state) => latest.current(state))), [topic]);
}
