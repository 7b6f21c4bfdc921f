import type { StepType } from '@scenarium/language';
import type { ReactFlowInstance } from '@xyflow/react';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Value } from '../../api/value.ts';
import type { Command, Point, Positions } from '../../document/index.ts';
import type { Arrangement, Editor } from '../scenarios/editor.ts';
import type { Held } from './project/decorate.ts';
import type { FlowEdge } from './project/project-edges.ts';
import type { CanvasNode } from './project/project-nodes.ts';
import type { en } from './texts/en.ts';

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
  /** It is for leading `after` to a step that is there. */
  connects?: boolean;
  /** The step that becomes one of the chosen type. */
  replaces?: string;
}

/** A step to be added: of a type, or one that calls an action. */
export interface Choice {
  type: StepType;
  action?: string | undefined;
}

/** What a menu was opened on, and where in the window. */
export interface MenuPlace {
  pointer: Point;
  on: 'canvas' | 'step' | 'flow' | 'note';
  id: string;
}

/** Why a step is lit up. */
export type Light = 'reads' | 'writes' | 'found';

/** What everything on the canvas shares while a scenario is open. It is one object for the life of the view. */
export interface Session extends Editor {
  /** What draws the canvas: its nodes, edges and what of them is in sight. */
  flow: ReactFlowInstance<CanvasNode, FlowEdge>;
  wish: Value<Wish | null>;
  menu: Value<MenuPlace | null>;
  finding: Value<boolean>;
  /** The node whose name or text is being written on it. */
  renaming: Value<string | null>;
  /** The flow that a dragged step would be put into. */
  target: Value<string | null>;
  /** The nodes that a gesture moves or resizes. */
  held: Value<ReadonlyMap<string, Held>>;
  /** Ends such a gesture: the nodes are where the document has them. */
  settle(): void;
  lit: Value<ReadonlyMap<string, Light>>;
  tool: Value<'pointer' | 'hand'>;
  /** Tells what cannot be seen. */
  say(text: keyof typeof en | 'pasted', values?: Record<string, string | number>): void;
  openPalette(wish: Wish): void;
  add(choice: Choice, wish: Omit<Wish, 'pointer'>): void;
  /** Chooses a node and writes its name or text where it is. */
  write(id: string): void;
  /** The command, which also keeps every step that has no place of its own yet where it is shown. */
  keepingPlaces<T>(command: Command<T>): Command<T>;
  /** Moves nodes, as one step of undo. */
  move(positions: Positions, as?: Arrangement): void;
  /** The pointer is there on the canvas now; null when it has left. */
  point(pointer: Point | null): void;
  /** Where the pointer is on the canvas, or the middle of it: in the window and on the canvas. */
  spot(): { pointer: Point; at: Point };
}

export const SessionContext = createContext<Session | null>(null);

/** The session, or null in a picture that nobody can change. */
export const useSessionIfAny = (): Session | null => useContext(SessionContext);

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
