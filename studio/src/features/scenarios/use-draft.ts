import { useQueryClient } from '@tanstack/react-query';
import { formatScenario, type Scenario } from '@scenarium/language';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../api/api-problem.ts';
import { call } from '../../api/call.ts';
import type { Answer } from '../../api/send.ts';
import { useTell } from '../../ui/use-tell.ts';

export type Stored = Answer<'getScenario'>;
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'unreadable';

export interface Draft {
  text: string;
  /** Grows when the editor has to take another text. */
  shown: number;
  state: SaveState;
  /** What somebody else saved meanwhile; nothing is saved until one of both is chosen. */
  conflict: Stored | null;
  change(text: string): void;
  /** True when the server has what is in the editor. */
  save(): Promise<boolean>;
  resolve(which: 'mine' | 'theirs'): void;
}

export const textOf = ({ draft }: Stored): string => formatScenario(draft as unknown as Scenario, 'yaml');

/** The draft of a scenario while it is edited as a text: saved over the revision it was made from, never over another. */
export function useDraft(stored: Stored): Draft {
  const client = useQueryClient();
  const tell = useTell();
  const [text, setText] = useState(() => textOf(stored));
  const [shown, setShown] = useState(0);
  const [state, setState] = useState<SaveState>('saved');
  const [conflict, setConflict] = useState<Stored | null>(null);
  const revision = useRef(stored.draftRevision);
  const current = useRef(text);
  const isSaved = useRef(true);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (!isSaved.current) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, []);

  function change(next: string): void {
    current.current = next;
    isSaved.current = false;
    setText(next);
    setState('unsaved');
  }

  async function save(): Promise<boolean> {
    if (isSaved.current) return true;
    const sent = current.current;
    setState('saving');
    try {
      const body = { revision: revision.current, source: { text: sent, format: 'yaml' as const } };
      const saved = await call('saveDraft', { params: { id: stored.id }, body });
      revision.current = saved.draftRevision;
      client.setQueryData(['getScenario', { params: { id: stored.id } }], saved);
      await client.invalidateQueries({ queryKey: ['listScenarios'] });
      isSaved.current = current.current === sent;
      setState(isSaved.current ? 'saved' : 'unsaved');
      return isSaved.current;
    } catch (error) {
      const code = error instanceof ApiProblem ? error.code : '';
      setState(code === 'scenario_invalid' ? 'unreadable' : 'failed');
      if (code === 'draft_conflict') setConflict(await call('getScenario', { params: { id: stored.id } }));
      else tell.failed(error);
      return false;
    }
  }

  function resolve(which: 'mine' | 'theirs'): void {
    if (!conflict) return;
    revision.current = conflict.draftRevision;
    setConflict(null);
    if (which === 'mine') return void save();
    isSaved.current = true;
    current.current = textOf(conflict);
    setText(current.current);
    setShown(shown + 1);
    setState('saved');
  }

  return { text, shown, state, conflict, change, save, resolve };
}
