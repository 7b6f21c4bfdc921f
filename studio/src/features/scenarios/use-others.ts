import { useEffect, useState } from 'react';
import { isLive, ownId, sayGone, sayHere, useWatch } from '../../api/live.ts';

/** Somebody else who has the draft open. */
export interface Other {
  id: string;
  user: string;
  name: string;
  /** The step that is selected there. */
  step: string | null;
}

interface State {
  revision: number | null;
  editors: Other[];
}

/** Who else has a draft open, told of `step`, the one that is selected here; and what revision the draft has by now. */
export function useOthers(
  scenario: string,
  { step, onRevision }: { step: string | null; onRevision: (revision: number) => void },
): readonly Other[] {
  const [others, setOthers] = useState<readonly Other[]>([]);
  const isTold = isLive.use();
  useWatch(`scenario:${scenario}`, (state) => {
    const { revision, editors } = state as State;
    setOthers(editors.filter(({ id }) => id !== ownId()));
    if (revision !== null) onRevision(revision);
  });
  useEffect(() => {
    if (isTold) sayHere(scenario, step);
    else setOthers([]);
  }, [scenario, step, isTold]);
  useEffect(() => sayGone, [scenario]);
  return others;
}
