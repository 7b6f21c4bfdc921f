import { beginningOf, mergeCoverage, runCase } from '@scenarium/engine';
import { Case, type Scenario } from '@scenarium/language';
import { useEffect, useMemo, useState } from 'react';
import { uniqueId } from '../../api/unique-id.ts';
import { useCan } from '../../api/use-can.ts';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { useTell } from '../../ui/use-tell.ts';
import type { OverlayStore } from '../scenarios/overlay.ts';
import { CaseDialog } from './CaseDialog.tsx';
import { CaseList, type NamedCase } from './CaseList.tsx';
import { paintCoverage } from './paint-coverage.ts';
import type { PlayStore } from './play-store.ts';
import { useCaseRuns } from './use-case-runs.ts';
import { useTexts } from './texts.ts';

interface CasesTabProps {
  /** Where the cases are kept. */
  id: string;
  scenario: Scenario;
  callees: readonly Scenario[];
  store: PlayStore;
  overlay: OverlayStore;
  /** A dialogue that is to become a case. */
  fresh: Case | null;
  onFresh(given: Case | null): void;
  /** A case is looked at as a dialogue. */
  onOpened(): void;
  /** What all cases cover is painted, instead of the play. */
  covered: boolean;
  onCovered(shown: boolean): void;
}

export function CasesTab({
  id,
  scenario,
  callees,
  store,
  overlay,
  fresh,
  onFresh,
  onOpened,
  covered,
  onCovered,
}: CasesTabProps) {
  const t = useTexts();
  const tell = useTell();
  const canWrite = useCan('scenarios:write');
  const stored = useRead('listCases', { params: { id } });
  const save = useWrite('saveCase', ['listCases']);
  const remove = useWrite('removeCase', ['listCases']);
  const { runs, run } = useCaseRuns(scenario, callees);
  const [editing, setEditing] = useState<NamedCase | null>(null);
  const named = useMemo(() => fresh && { key: `case-${uniqueId().slice(0, 8)}`, given: fresh }, [fresh]);
  const edited = named ?? editing;

  useEffect(() => {
    if (!covered) return;
    const parts = Object.values(runs).map(({ coverage }) => coverage);
    overlay.show(paintCoverage(mergeCoverage(scenario, parts)));
  }, [covered, runs, scenario]);

  function close(): void {
    setEditing(null);
    onFresh(null);
  }

  function keep(key: string, given: Case): void {
    save.mutate(
      { params: { id, key }, body: given },
      {
        onError: tell.failed,
        onSuccess: () => {
          close();
          tell.done(t('caseSaved', { name: given.name }));
          run([{ key, given }]);
        },
      },
    );
  }

  /** Plays a case here, and looks at the moment in which it failed, or at its end. */
  function open({ given }: NamedCase): void {
    const { compiled } = store.get();
    if (!compiled) return;
    const { moments, turns, failures } = runCase(compiled, given);
    const [first] = failures;
    const index = first && 'turn' in first ? (turns[first.turn] ?? 0) : moments.length - 1;
    store.open(moments, { beginning: beginningOf(given), index, actions: given.actions });
    onOpened();
  }

  return (
    <>
      <Loaded of={stored}>
        {({ cases }) => (
          <CaseList
            scenario={scenario}
            cases={cases.flatMap(readCase)}
            runs={runs}
            canWrite={canWrite}
            covered={covered}
            onRun={run}
            onOpen={open}
            onEdit={setEditing}
            onRemove={({ key }) => remove.mutateAsync({ params: { id, key } })}
            onCovered={onCovered}
          />
        )}
      </Loaded>
      {edited && (
        <CaseDialog
          given={edited.given}
          saving={save.isPending}
          onSave={(given) => keep(edited.key, given)}
          onClose={close}
        />
      )}
    </>
  );
}

function readCase({ key, given }: { key: string; given: unknown }): NamedCase[] {
  const parsed = Case.safeParse(given);
  return parsed.success ? [{ key, given: parsed.data }] : [];
}
