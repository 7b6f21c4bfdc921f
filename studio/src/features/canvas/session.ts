import type { Problem, StepType } from '@scenarium/language';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Answer } from '../../api/send.ts';
import type { Command, DocumentStore, Outcome, Point } from '../../document/index.ts';

export type PluginAction = Answer<'listPlugins'>['plugins'][number]['actions'][number];

/** Where a step that is chosen in the palette goes. */
export interface Wish {
  /** Where the palette opens, in the window. */
  pointer: Point;
  /** Where the step lies. */
  at: Point;
  /** The exit that leads to it. */
  after?: { from: string; on?: string } | undefined;
  /** The flow it is put into. */
  flow?: string | undefined;
}

/** A step to be added: of a type, or one that calls an action. */
export interface Choice {
  type: StepType;
  action?: string | undefined;
}

/** What everything on the canvas shares while a scenario is open. It is one object for the life of the view. */
export interface Session {
  store: DocumentStore;
  readOnly: boolean;
  /** Does a command, and tells why where it refuses. */
  execute<T>(command: Command<T>): Outcome<T>;
  /** Tells why a command was refused. */
  refuse(problem: Problem): void;
  openPalette(wish: Wish): void;
  add(choice: Choice, wish: Omit<Wish, 'pointer'>): void;
  select(ids: readonly string[]): void;
  /** Selects a step and brings it into sight. */
  goTo(id: string): void;
  edit(id: string): void;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('There is no open scenario here');
  return session;
}

/** The session, drawn again whenever the document changes. */
export function useDocument(): Session {
  const session = useSession();
  useSyncExternalStore(session.store.subscribe, session.store.revision);
  return session;
}

/** The language in which texts are shown, and the actions that plugins offer. */
export interface Shown {
  locale: string;
  setLocale(locale: string): void;
  actions: readonly PluginAction[];
  problems: readonly Problem[];
}

export const ShownContext = createContext<Shown>({ locale: 'en', setLocale: () => undefined, actions: [], problems: [] });
export const useShown = (): Shown => useContext(ShownContext);
