import { useQueryClient } from '@tanstack/react-query';
import { formatScenario, parseScenario, type Scenario } from '@scenarium/language';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { ApiProblem } from '../../api/api-problem.ts';
import { call } from '../../api/call.ts';
import type { Answer } from '../../api/send.ts';
import { serverAway } from '../../api/server-state.ts';
import { createDocumentStore, rebase, rewrite, type DocumentStore } from '../../document/index.ts';
import { useTell } from '../../ui/use-tell.ts';
import { forgetDraft, keepDraft, keptDraft } from './kept-draft.ts';
import { useTexts } from './texts.ts';

const KEEP_MS = 500;

export type Stored = Answer<'getScenario'>;
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'unreadable';

export interface Draft {
  /** The document that every view shows. */
  store: DocumentStore;
  /** What was typed as a text and is not in the document yet. */
  typed: string | null;
  /** Grows when a text editor has to take the document's text anew. */
  shown: number;
  state: SaveState;
  /** What somebody else saved meanwhile; nothing is saved until one of both is chosen. */
  conflict: Stored | null;
  type(text: string): void;
  /** Takes what was typed into the document. False where it is no scenario. */
  settle(): boolean;
  /** Forgets what was typed and is not in the document. */
  forget(): void;
  /** True when the server has what is in the editor. */
  save(): Promise<boolean>;
  resolve(which: 'mine' | 'theirs'): void;
  /** Somebody saved this revision: takes it over where nothing is unsaved here. What is unsaved meets it when it is saved. */
  told(revision: number): Promise<void>;
}

export const draftOf = ({ draft }: Stored): Scenario => draft as unknown as Scenario;
export const textOf = (scenario: Scenario): string => formatScenario(scenario, 'yaml');

/**
 * The draft of a scenario while it is edited: saved over the revision it was made from, never over another. What others saved
 * meanwhile is merged where both go together; otherwise somebody is asked.
 */
export function useDraft(stored: Stored): Draft {
  const client = useQueryClient();
  const tell = useTell();
  const t = useTexts();
  const [store] = useState(() => createDocumentStore(draftOf(stored)));
  const [typed, setTyped] = useState<string | null>(null);
  const [shown, setShown] = useState(0);
  const [phase, setPhase] = useState<'idle' | 'saving' | 'failed' | 'unreadable'>('idle');
  const [conflict, setConflict] = useState<Stored | null>(null);
  const known = useRef({ revision: stored.draftRevision, base: draftOf(stored) });
  const latest = useRef<string | null>(null);
  const saving = useRef<Promise<boolean>>(null);
  const isDirty = useSyncExternalStore(store.subscribe, store.isDirty);
  const isPending = (): boolean => latest.current !== null || store.isDirty();

  const away = serverAway.use();

  useEffect(takeBack, []);
  useEffect(() => {
    if (!isPending()) return forgetDraft(stored.id);
    const { revision } = known.current;
    const keep = (): void => keepDraft(stored.id, { revision, document: store.get(), typed: latest.current });
    let timer = setTimeout(keep, KEEP_MS);
    const leave = store.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(keep, KEEP_MS);
    });
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [isDirty, typed, phase]);
  useEffect(() => {
    // What could not be sent is sent when the server is back.
    if (!away) setPhase((now) => (now === 'failed' ? 'idle' : now));
  }, [away]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (isPending()) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, []);

  /** Goes on with what an earlier window could not save. */
  function takeBack(): void {
    const kept = keptDraft(stored.id);
    if (!kept || !store.execute(rewrite({ scenario: kept.document, as: 'merge' })).ok) return;
    if (kept.typed !== null) type(kept.typed);
    if (!isPending()) return;
    setShown((count) => count + 1);
    if (kept.revision === stored.draftRevision) tell.done(t('takenBack'));
    else setConflict(stored);
  }

  function type(text: string | null): void {
    latest.current = text;
    setTyped(text);
    if (text !== null) setPhase('idle');
  }

  function settle(): boolean {
    if (latest.current === null) return true;
    const loaded = parseScenario(latest.current, 'yaml');
    if (!loaded.ok || !store.execute(rewrite({ scenario: loaded.scenario })).ok) return false;
    type(null);
    return true;
  }

  async function send(): Promise<boolean> {
    if (!settle()) {
      setPhase('unreadable');
      return false;
    }
    if (!store.isDirty()) {
      setPhase('idle');
      return true;
    }
    const sent = store.get();
    setPhase('saving');
    try {
      const source = { document: sent as unknown as Record<string, unknown> };
      const body = { revision: known.current.revision, source };
      const saved = await call('saveDraft', { params: { id: stored.id }, body });
      known.current = { revision: saved.draftRevision, base: sent };
      client.setQueryData(['getScenario', { params: { id: stored.id } }], saved);
      await client.invalidateQueries({ queryKey: ['listScenarios'] });
      store.markSaved(sent);
      setPhase('idle');
      return !isPending();
    } catch (error) {
      setPhase('failed');
      if (error instanceof ApiProblem && error.code === 'draft_conflict') return meet();
      tell.failed(error);
      return false;
    }
  }

  /** Somebody else saved: merges what goes together, and asks about what does not. */
  async function meet(): Promise<boolean> {
    const other = await call('getScenario', { params: { id: stored.id } });
    const theirs = draftOf(other);
    const merged = rebase({ base: known.current.base, mine: store.get(), theirs });
    if (merged.conflicts.length > 0 || !store.execute(rewrite({ scenario: merged.scenario, as: 'merge' })).ok) {
      setConflict(other);
      return false;
    }
    known.current = { revision: other.draftRevision, base: theirs };
    setShown((count) => count + 1);
    tell.done(t('merged'));
    return send();
  }

  function save(): Promise<boolean> {
    saving.current ??= send().finally(() => (saving.current = null));
    return saving.current;
  }

  async function told(revision: number): Promise<void> {
    if (revision <= known.current.revision || saving.current) return;
    // Where it cannot be read, what is unsaved here meets it when it is saved.
    const other = await call('getScenario', { params: { id: stored.id } }).catch(() => null);
    if (!other) return;
    const theirs = draftOf(other);
    if (isPending() || saving.current || other.draftRevision <= known.current.revision) return;
    if (!store.execute(rewrite({ scenario: theirs, as: 'merge' })).ok) return;
    store.markSaved();
    known.current = { revision: other.draftRevision, base: theirs };
    client.setQueryData(['getScenario', { params: { id: stored.id } }], other);
    setShown((count) => count + 1);
  }

  function resolve(which: 'mine' | 'theirs'): void {
    if (!conflict) return;
    known.current = { revision: conflict.draftRevision, base: draftOf(conflict) };
    setConflict(null);
    if (which === 'mine') return void save();
    store.replace(draftOf(conflict));
    forget();
  }

  function forget(): void {
    type(null);
    setPhase('idle');
    setShown((count) => count + 1);
  }

  const state: SaveState = phase !== 'idle' ? phase : typed !== null || isDirty ? 'unsaved' : 'saved';
  return { store, typed, shown, state, conflict, type, settle, forget, save, resolve, told };
}
