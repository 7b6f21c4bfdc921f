import { AutoComplete, Select } from 'antd';
import { useState } from 'react';
import { useCan } from '../../../api/use-can.ts';
import { useRead } from '../../../api/use-read.ts';
import { useModelConnections } from '../../models/use-model-connections.ts';
import { useProblemsAt, useStepValue } from '../step-form.ts';
import { useTexts } from '../texts.ts';
import { useTyped } from '../use-typed.ts';
import { asField } from './as-field.ts';
import { FieldRow } from './FieldRow.tsx';
import type { StepFieldProps } from './step-fields.tsx';

interface Option {
  value: string;
  label: string;
}

/** A name that is usually one of a list, but may be another: one that comes later, or a template. */
export function SuggestField({
  path,
  options,
  optional = false,
  ...row
}: StepFieldProps & { options: readonly Option[]; optional?: boolean }) {
  const { value, write, readOnly } = useStepValue<string | undefined>(path);
  const { text, refusal, type, leave } = useTyped(value ?? '', (typed) =>
    write(optional && typed === '' ? undefined : typed),
  );
  // What is chosen already hides nothing of the list.
  const [isTyping, setTyping] = useState(false);
  const shown = isTyping
    ? options.filter((one) => `${one.value} ${one.label}`.toLowerCase().includes(text.toLowerCase()))
    : options;
  return (
    <FieldRow {...row} refusal={refusal} problems={useProblemsAt(path)}>
      {(id) => (
        <AutoComplete
          id={id}
          className="full"
          value={text}
          options={[...shown]}
          allowClear={optional}
          disabled={readOnly}
          placeholder={row.placeholder}
          onSearch={() => setTyping(true)}
          onChange={(typed: string | undefined) => type(typed ?? '')}
          onBlur={() => {
            setTyping(false);
            leave();
          }}
        />
      )}
    </FieldRow>
  );
}

/** An agent, by its short name. */
export function AgentField(props: StepFieldProps) {
  const { data } = useRead('listAgents', {}, { enabled: useCan('agents:read') });
  const options = data?.agents.map(({ slug, name }) => ({ value: slug, label: `${name} · ${slug}` })) ?? [];
  return <SuggestField {...props} options={options} />;
}

/** A scenario of the organisation. */
export function ScenarioField(props: StepFieldProps) {
  const { data } = useRead('listScenarios', {});
  const options = data?.scenarios.map(({ key, name }) => ({ value: key, label: `${name} · ${key}` })) ?? [];
  return <SuggestField {...props} options={options} />;
}

/** Knowledge bases of the organisation; all of them when none is chosen. */
export const BasesField = asField(function BasesField({ path, ...row }: StepFieldProps) {
  const { value, write, readOnly } = useStepValue<readonly string[]>(path);
  const { data } = useRead('listKnowledgeBases', {}, { enabled: useCan('knowledge:read') });
  return (
    <FieldRow {...row} problems={useProblemsAt(path)}>
      {(id) => (
        <Select
          id={id}
          className="full"
          mode="multiple"
          value={[...value]}
          options={data?.bases.map(({ key, title }) => ({ value: key, label: title })) ?? []}
          placeholder={row.placeholder}
          disabled={readOnly}
          onChange={(next: string[]) => write(next)}
        />
      )}
    </FieldRow>
  );
});

/** A connection that offers models, or one of its models; the agent's own when left empty. */
export const ModelField = asField(function ModelField(props: StepFieldProps) {
  const t = useTexts();
  const { value } = useStepValue<string | undefined>(props.path);
  const connections = useModelConnections() ?? [];
  const { data } = useRead('listConnections', {}, { enabled: useCan('connections:read') });
  const name = value?.split(':')[0];
  const chosen = data?.connections.find((one) => one.name === name);
  const { data: known } = useRead(
    'listConnectionModels',
    { params: { id: chosen?.id ?? '' } },
    { enabled: chosen !== undefined && connections.includes(chosen.name) },
  );
  const models = known?.models.filter(({ kind }) => kind === 'chat').map(({ id }) => `${name}:${id}`) ?? [];
  return (
    <SuggestField
      {...props}
      optional
      placeholder={t('model.placeholder')}
      options={[...connections, ...models].map((one) => ({ value: one, label: one }))}
    />
  );
});

/** A connection of the plugin that an action belongs to. */
export function ConnectionField({ plugin, ...props }: StepFieldProps & { plugin: string }) {
  const { data } = useRead('listConnections', {}, { enabled: useCan('connections:read') });
  const options = data?.connections
    .filter((one) => one.plugin === plugin)
    .map(({ name }) => ({ value: name, label: name }));
  return <SuggestField {...props} optional options={options ?? []} />;
}
