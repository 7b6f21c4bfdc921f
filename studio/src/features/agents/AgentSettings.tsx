import { AutoComplete, Button, Form, Input, InputNumber, Select, Switch } from 'antd';
import { useCan } from '../../api/use-can.ts';
import { useWrite } from '../../api/use-write.ts';
import { LANGUAGES } from '../../i18n/language.ts';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { useTell } from '../../ui/use-tell.ts';
import { useModelConnections } from '../models/use-model-connections.ts';
import type { Agent } from './agent.ts';
import { useTexts } from './texts.ts';

type Values = Pick<Agent, 'name' | 'slug' | 'description' | 'web' | 'turnTaking' | 'model' | 'shownAs'> & {
  variables: string;
};

const POLICIES = ['each', 'collect', 'merge', 'interrupt'] as const;

export function AgentSettings({ agent }: { agent: Agent }) {
  const t = useTexts();
  const tell = useTell();
  const canWrite = useCan('agents:write');
  const update = useWrite('updateAgent', ['getAgent', 'listAgents']);
  const { name, slug, description, web, turnTaking, model, shownAs, variables } = agent;
  const connections = useModelConnections(useCan('connections:read')) ?? [];
  const required = { required: true, message: t('required') };

  function submit({ variables: text, shownAs: shown, model: chosen, ...values }: Values): void {
    const named = Object.entries({ ...shownAs, ...shown }).filter(([, words]) => words?.name);
    update.mutate(
      {
        params: { id: agent.id },
        body: {
          ...values,
          model: chosen || null,
          variables: JSON.parse(text) as Record<string, unknown>,
          shownAs: Object.fromEntries(
            named.map(([locale, { name: shownName, description: more = '' }]) => [
              locale,
              { name: shownName, description: more },
            ]),
          ),
        },
      },
      { onSuccess: () => tell.done(t('saved')) },
    );
  }

  return (
    <Form<Values>
      className="panel padded narrow"
      layout="vertical"
      requiredMark={false}
      disabled={!canWrite}
      initialValues={{
        name,
        slug,
        description,
        web,
        turnTaking,
        model,
        shownAs,
        variables: JSON.stringify(variables, null, 2),
      }}
      onFinish={submit}
    >
      <div className="split">
        <Form.Item name="name" label={t('agentName')} rules={[required]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="slug"
          label={t('slug')}
          rules={[required, { pattern: /^[a-z0-9][a-z0-9-]{0,62}$/, message: t('slugWrong') }]}
        >
          <Input className="mono" />
        </Form.Item>
      </div>
      <Form.Item name="description" label={t('description')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2_000} />
      </Form.Item>
      <h3>{t('shownTo')}</h3>
      {LANGUAGES.map((locale) => (
        <div className="split" key={locale}>
          <Form.Item name={['shownAs', locale, 'name']} label={t('shownName', { locale })}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name={['shownAs', locale, 'description']} label={t('shownDescription', { locale })}>
            <Input maxLength={2_000} />
          </Form.Item>
        </div>
      ))}
      <Form.Item name="web" label={t('web')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <div className="split">
        <Form.Item name={['turnTaking', 'policy']} label={t('turnTaking')}>
          <Select options={POLICIES.map((value) => ({ value, label: t(value) }))} />
        </Form.Item>
        <Form.Item name={['turnTaking', 'windowMs']} label={t('window')}>
          <InputNumber min={0} max={60_000} step={500} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item
        name="model"
        label={t('model')}
        extra={t('modelHelp')}
        rules={[{ pattern: /^[a-z][a-z0-9-]{0,49}(:\S{1,150})?$/, message: t('modelWrong') }]}
      >
        <AutoComplete allowClear placeholder={t('modelUsual')} options={connections.map((value) => ({ value }))} />
      </Form.Item>
      <Form.Item name="variables" label={t('variables')} rules={[{ validator: checkObject(t('variablesWrong')) }]}>
        <Input.TextArea className="mono" autoSize={{ minRows: 3, maxRows: 12 }} />
      </Form.Item>
      <ProblemNotice error={update.error} />
      {canWrite && (
        <Button type="primary" htmlType="submit" loading={update.isPending}>
          {t('save')}
        </Button>
      )}
    </Form>
  );
}

function checkObject(message: string) {
  return async (_: unknown, text: string): Promise<void> => {
    let value: unknown = null;
    try {
      value = JSON.parse(text);
    } catch {
      // Refused below.
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(message);
  };
}
