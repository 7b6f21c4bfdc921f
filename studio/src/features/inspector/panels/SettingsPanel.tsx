import { AutoComplete, Input, InputNumber } from 'antd';
import { changeSettings, type Settings } from '../../../document/index.ts';
import { usePart } from '../document-hooks.ts';
import { TargetSelect } from '../exits/TargetSelect.tsx';
import { DurationInput } from '../fields/DurationInput.tsx';
import { FieldRow } from '../fields/FieldRow.tsx';
import { KeyField } from '../fields/KeyField.tsx';
import { useTyped } from '../use-typed.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { Languages } from './Languages.tsx';
import { useTexts } from './texts.ts';

/** The settings of the scenario: its name, languages, limits, and where it goes when a step fails. */
export function SettingsPanel() {
  const t = useTexts();
  const { store, execute, readOnly } = useEditor();
  const name = usePart(({ scenario }) => scenario.name);
  const description = usePart(({ scenario }) => scenario.description) ?? '';
  const fallback = usePart(({ scenario }) => scenario.fallback);
  const change = <F extends keyof Settings>(field: F, value: Settings[F] | undefined) =>
    store.execute(changeSettings({ field, value }));
  return (
    <div className="fields">
      <KeyField label={t('name')} value={name} write={(next) => change('name', next)} />
      <FieldRow label={t('description')}>
        {(id) => (
          <Input.TextArea
            id={id}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={5_000}
            value={description}
            readOnly={readOnly}
            onChange={({ target }) => change('description', target.value === '' ? undefined : target.value)}
          />
        )}
      </FieldRow>
      <Languages />
      <FieldRow label={t('fallback')} help={t('fallback.help')}>
        <TargetSelect
          label={t('fallback')}
          value={fallback}
          placeholder={t('fallback.none')}
          onChange={(step) => execute(changeSettings({ field: 'fallback', value: step }))}
        />
      </FieldRow>
      <TimeZone />
      <Limits />
    </div>
  );
}

function TimeZone() {
  const t = useTexts();
  const { store, readOnly } = useEditor();
  const timezone = usePart(({ scenario }) => scenario.timezone);
  const { text, refusal, type, leave } = useTyped(timezone, (value) =>
    store.execute(changeSettings({ field: 'timezone', value })),
  );
  return (
    <FieldRow label={t('timezone')} help={t('timezone.help')} refusal={refusal}>
      {(id) => (
        <AutoComplete
          id={id}
          className="full"
          value={text}
          disabled={readOnly}
          options={['UTC', ...Intl.supportedValuesOf('timeZone')].map((value) => ({ value }))}
          showSearch={{
            filterOption: (typed, option) => (option?.value ?? '').toLowerCase().includes(typed.toLowerCase()),
          }}
          onChange={type}
          onBlur={leave}
        />
      )}
    </FieldRow>
  );
}

function Limits() {
  const t = useTexts();
  const { store, readOnly } = useEditor();
  const limits = usePart(({ scenario }) => scenario.limits);
  const change = (field: keyof Settings['limits'], value: number | string | undefined): void => {
    const { [field]: _, ...others } = limits;
    const next = value === undefined ? others : { ...others, [field]: value };
    store.execute(changeSettings({ field: 'limits', value: next as Settings['limits'] }));
  };
  return (
    <fieldset className="rows">
      <legend>{t('limits')}</legend>
      <div className="pair">
        <FieldRow label={t('turns')} help={t('turns.help')}>
          {(id) => (
            <InputNumber
              id={id}
              className="full"
              min={1}
              precision={0}
              value={limits.turns ?? null}
              placeholder={t('unlimited')}
              disabled={readOnly}
              onChange={(value) => change('turns', value ?? undefined)}
            />
          )}
        </FieldRow>
        <FieldRow label={t('stepsPerTurn')} help={t('stepsPerTurn.help')}>
          {(id) => (
            <InputNumber
              id={id}
              className="full"
              min={1}
              max={1_000}
              precision={0}
              value={limits.stepsPerTurn}
              disabled={readOnly}
              onChange={(value) => value !== null && change('stepsPerTurn', value)}
            />
          )}
        </FieldRow>
      </div>
      <FieldRow label={t('duration')} help={t('duration.help')}>
        {(id) => (
          <DurationInput
            id={id}
            value={limits.duration}
            disabled={readOnly}
            onChange={(value) => change('duration', value)}
          />
        )}
      </FieldRow>
    </fieldset>
  );
}
