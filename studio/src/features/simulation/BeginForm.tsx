import type { Beginning } from '@scenarium/engine';
import type { Json, Scenario } from '@scenarium/language';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { JsonField } from './JsonField.tsx';
import { useTexts } from './texts.ts';

interface BeginFormProps {
  scenario: Scenario;
  beginning: Beginning;
  onBegin(change: Partial<Beginning>): void;
}

/** Who talks, in which language, and what the dialogue begins with. */
export function BeginForm({ scenario, beginning, onBegin }: BeginFormProps) {
  const t = useTexts();
  const [name, setName] = useState(beginning.contact?.name ?? '');
  const [contactVariables, setContactVariables] = useState(beginning.contactVariables ?? {});
  const [values, setValues] = useState<Json>(beginning.values ?? {});
  const [begunBy, setBegunBy] = useState(keyOf(beginning.trigger ?? { type: 'conversation' }));
  const [locale, setLocale] = useState(beginning.locale);
  const triggers = triggersOf(scenario);
  const ofContact = Object.entries(scenario.variables).filter(([, { scope }]) => scope === 'contact');
  const trigger = triggers.find((one) => keyOf(one) === begunBy);
  return (
    <Form
      layout="vertical"
      className="begin"
      requiredMark={false}
      onFinish={() =>
        onBegin({
          locale,
          contact: name.trim() ? { name: name.trim() } : {},
          contactVariables,
          values: values as Record<string, Json>,
          ...(trigger && { trigger }),
        })
      }
    >
      <div className="row">
        <Select
          size="small"
          aria-label={t('language')}
          value={locale}
          options={scenario.locales.map((value) => ({ value, label: value }))}
          onChange={setLocale}
        />
        <Select
          size="small"
          className="grow"
          aria-label={t('beginsWith')}
          value={begunBy}
          options={triggers.map((one) => ({
            value: keyOf(one),
            label: one.type === 'conversation' ? t('byConversation') : keyOf(one),
          }))}
          onChange={setBegunBy}
        />
      </div>
      <Input
        size="small"
        aria-label={t('contactName')}
        placeholder={t('contactName')}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      {ofContact.map(([variable, { type }]) => (
        <label key={variable}>
          <code>{variable}</code>
          <JsonField
            value={contactVariables[variable]}
            label={variable}
            asText={type === 'text'}
            onChange={(value) => setContactVariables({ ...contactVariables, [variable]: value })}
          />
        </label>
      ))}
      {trigger?.type !== 'conversation' && (
        <JsonField value={values} label={t('valuesAtBeginning')} minRows={2} onChange={setValues} />
      )}
      <Button size="small" type="primary" htmlType="submit">
        {t('begin')}
      </Button>
    </Form>
  );
}

type Trigger = NonNullable<Beginning['trigger']>;

function triggersOf({ triggers }: Scenario): Trigger[] {
  return triggers.flatMap((trigger): Trigger[] => {
    if (trigger.type === 'conversation') return [{ type: 'conversation' }];
    if (trigger.type === 'command') return [{ type: 'command', command: trigger.command }];
    return trigger.type === 'event' ? [{ type: 'event', event: trigger.event }] : [];
  });
}

function keyOf(trigger: Trigger): string {
  if (trigger.type === 'command') return `/${trigger.command}`;
  return trigger.type === 'event' ? trigger.event : 'conversation';
}
