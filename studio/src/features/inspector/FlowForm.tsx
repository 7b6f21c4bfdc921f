import { Button, Select } from 'antd';
import { changeFlow, reconnectFlow, removeFlows, stepExits } from '../../document/index.ts';
import { exitWords } from '../looks/exit-words.ts';
import { captionOf } from '../looks/caption-of.ts';
import { plainText } from '../looks/plain-text.ts';
import { useEditor } from '../scenarios/editor.ts';
import { useShown } from '../scenarios/shown.ts';
import { useTexts as useLookTexts } from '../looks/texts.ts';
import { ConditionField } from './conditions/ConditionField.tsx';
import { usePart } from './document-hooks.ts';
import { TargetSelect } from './exits/TargetSelect.tsx';
import { FieldRow } from './fields/FieldRow.tsx';
import { useTexts } from './texts.ts';

/** The form of one flow: which exit it leaves by, where it leads, and what must be true. */
export function FlowForm({ id }: { id: string }) {
  const t = useTexts();
  const words = useLookTexts();
  const { store, execute, readOnly } = useEditor();
  const { locale } = useShown();
  const flow = usePart((index) => index.flow(id));
  const step = usePart((index) => (flow ? index.step(flow.from) : undefined));
  if (!flow || !step) return null;
  const text = (message: string): string => plainText(store.index.text(locale, message) ?? '');
  return (
    <form className="inspector fields" onSubmit={(event) => event.preventDefault()}>
      <h2>{t('flow')}</h2>
      <TargetSelect
        label={t('flow.from')}
        value={flow.from}
        placeholder=""
        allowClear={false}
        onChange={(from) => from !== undefined && execute(reconnectFlow({ flow: id, from }))}
      />
      <FieldRow label={t('exit')}>
        {(field) => (
          <Select
            id={field}
            className="full"
            value={flow.on}
            disabled={readOnly}
            options={stepExits(store.index, step.id).map(({ name }) => ({
              value: name,
              label: exitWords(words, { name, caption: captionOf(step, name, text) }),
            }))}
            onChange={(on: string) => execute(changeFlow({ flow: id, on }))}
          />
        )}
      </FieldRow>
      {step.type === 'condition' && flow.on === 'next' && (
        <ConditionField
          label={t('flow.when')}
          value={flow.when ?? ''}
          write={(when) => store.execute(changeFlow({ flow: id, when: when === '' ? undefined : when }))}
        />
      )}
      <TargetSelect
        label={t('flow.to')}
        value={flow.to}
        placeholder=""
        allowClear={false}
        onChange={(to) => to !== undefined && execute(reconnectFlow({ flow: id, to }))}
      />
      {!readOnly && (
        <Button size="small" danger onClick={() => execute(removeFlows({ flows: [id] }))}>
          {t('delete')}
        </Button>
      )}
    </form>
  );
}
