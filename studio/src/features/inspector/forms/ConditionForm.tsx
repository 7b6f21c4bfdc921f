import type { StepOf } from '@scenarium/language';
import { changeFlow, connect, reconnectFlow, removeFlows, reorderFlows } from '../../../document/index.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { ConditionField } from '../conditions/ConditionField.tsx';
import { freshRow } from '../conditions/fresh-row.ts';
import { toExpression } from '../conditions/to-expression.ts';
import { usePart, useVariables } from '../document-hooks.ts';
import { TargetSelect } from '../exits/TargetSelect.tsx';
import { Rows } from '../fields/Rows.tsx';
import { readable } from '../model/completions.ts';
import { moved } from '../model/moved.ts';
import { useTexts } from '../texts.ts';

/** The ways of a condition in the order in which they are tried, each with what must be true. */
export function ConditionForm({ step }: { step: StepOf<'condition'> }) {
  const t = useTexts();
  const { store, execute, readOnly } = useEditor();
  const names = readable(useVariables());
  const flows = usePart((index) => index.flowsFrom(step.id));
  const ways = flows.filter(({ on }) => on === 'next');
  const others = flows.filter(({ on }) => on !== 'next');
  const [last] = ways.slice(-1);

  return (
    <>
      <Rows
        title={t('ways')}
        help={t('ways.help')}
        items={ways}
        keyOf={({ id }) => id}
        onRemove={(i) => ways[i] && execute(removeFlows({ flows: [ways[i].id] }))}
        onMove={(from, to) =>
          execute(reorderFlows({ step: step.id, flows: [...moved(ways, from, to), ...others].map(({ id }) => id) }))
        }
      >
        {(flow, i) => (
          <>
            <ConditionField
              label={t('way', { number: i + 1 })}
              value={flow.when ?? ''}
              write={(when) => store.execute(changeFlow({ flow: flow.id, when: when === '' ? undefined : when }))}
            />
            <TargetSelect
              label={t('way.leads', { number: i + 1 })}
              value={flow.to}
              placeholder=""
              allowClear={false}
              onChange={(to) => to !== undefined && execute(reconnectFlow({ flow: flow.id, to }))}
            />
          </>
        )}
      </Rows>
      {!readOnly && (
        <TargetSelect
          key={last?.id ?? ''}
          label={t('addWay')}
          value={undefined}
          placeholder={t('addWay')}
          isMissing={ways.length === 0}
          onChange={(to) => {
            if (to === undefined) return;
            const when = toExpression({ join: 'and', rows: [freshRow(names)] });
            execute(connect({ from: step.id, on: 'next', to, when }));
          }}
        />
      )}
    </>
  );
}
