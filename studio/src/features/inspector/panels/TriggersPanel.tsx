import { PlusOutlined } from '@ant-design/icons';
import type { Trigger } from '@scenarium/language';
import { Button, Dropdown, Tag } from 'antd';
import type { ReactNode } from 'react';
import { addTrigger, changeTrigger, freshId, removeTrigger, type NewTrigger } from '../../../document/index.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { usePart } from '../document-hooks.ts';
import { TargetSelect } from '../exits/TargetSelect.tsx';
import { FieldRow, ProblemLine } from '../fields/FieldRow.tsx';
import { KeyField } from '../fields/KeyField.tsx';
import { Rows } from '../fields/Rows.tsx';
import { useEditor } from '../../scenarios/editor.ts';
import { useShown } from '../../scenarios/shown.ts';
import { useTexts } from './texts.ts';

type Kind = Trigger['type'];
type Of<K extends Kind> = Extract<Trigger, { type: K }>;

/** What each kind of trigger begins with, and the fields it has; a kind that is missing here does not compile. */
const kinds: {
  [K in Kind]: {
    isOnly: boolean;
    start(isTaken: (word: string) => boolean): Omit<Of<K>, 'id' | 'step'>;
    Fields: ((props: { trigger: Of<K> }) => ReactNode) | null;
  };
} = {
  conversation: { isOnly: true, start: () => ({ type: 'conversation' }), Fields: null },
  command: {
    isOnly: false,
    start: (isTaken) => ({ type: 'command', command: freshId('start', isTaken) }),
    Fields: ({ trigger }) => <WordField id={trigger.id} field="command" value={trigger.command} />,
  },
  event: {
    isOnly: false,
    start: (isTaken) => ({ type: 'event', event: freshId('something.happened', isTaken) }),
    Fields: ({ trigger }) => <WordField id={trigger.id} field="event" value={trigger.event} />,
  },
  internal: { isOnly: true, start: () => ({ type: 'internal' }), Fields: null },
};
const KINDS = Object.keys(kinds) as Kind[];

/** What starts the scenario, and at which step. */
export function TriggersPanel() {
  const t = useTexts();
  const { store, execute, readOnly } = useEditor();
  const { problems } = useShown();
  const triggers = usePart(({ scenario }) => scenario.triggers);
  const words = triggers.map((trigger) =>
    'command' in trigger ? trigger.command : 'event' in trigger ? trigger.event : '',
  );
  const add = (kind: Kind): void => {
    const [step = ''] = store.index.keys('steps');
    execute(addTrigger({ trigger: { ...kinds[kind].start((word) => words.includes(word)), step } as NewTrigger }));
  };
  return (
    <div className="fields">
      <p className="field-help">{t('triggers.help')}</p>
      {triggers.length === 0 && <EmptyState title={t('triggers.empty')}>{t('triggers.emptyText')}</EmptyState>}
      <Rows
        title={t('triggers')}
        items={triggers}
        keyOf={({ id }) => id}
        onRemove={(i) => execute(removeTrigger({ id: triggers[i]?.id ?? '' }))}
      >
        {(trigger, i) => {
          const Fields = kinds[trigger.type].Fields as ((props: { trigger: Trigger }) => ReactNode) | null;
          return (
            <>
              <div className="row">
                <Tag>{t(`trigger.${trigger.type}`)}</Tag>
                <span className="field-help">{t(`trigger.${trigger.type}.help`)}</span>
              </div>
              {Fields && <Fields trigger={trigger} />}
              <FieldRow label={t('startsAt')}>
                <TargetSelect
                  label={t('startsAt')}
                  value={trigger.step}
                  placeholder=""
                  allowClear={false}
                  onChange={(step) =>
                    step !== undefined && execute(changeTrigger({ id: trigger.id, change: { step } }))
                  }
                />
              </FieldRow>
              {problems
                .filter(({ place: { path } }) => path[0] === 'triggers' && path[1] === i)
                .map((problem, at) => (
                  <ProblemLine key={at} problem={problem} />
                ))}
            </>
          );
        }}
      </Rows>
      {!readOnly && (
        <Dropdown
          autoFocus
          trigger={['click']}
          menu={{
            items: KINDS.map((kind) => ({
              key: kind,
              label: t(`trigger.${kind}`),
              disabled: kinds[kind].isOnly && triggers.some(({ type }) => type === kind),
            })),
            onClick: ({ key }) => add(key as Kind),
          }}
        >
          <Button size="small" type="dashed" icon={<PlusOutlined />}>
            {t('addTrigger')}
          </Button>
        </Dropdown>
      )}
    </div>
  );
}

function WordField({ id, field, value }: { id: string; field: 'command' | 'event'; value: string }) {
  const t = useTexts();
  const { store } = useEditor();
  return (
    <KeyField
      label={t(field)}
      help={t(`${field}.help`)}
      value={value}
      write={(next) => store.execute(changeTrigger({ id, change: { [field]: next } }))}
    />
  );
}
