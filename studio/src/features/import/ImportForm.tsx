import { Button, Form, Input, Switch } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCan } from '../../api/use-can.ts';
import { useWrite } from '../../api/use-write.ts';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { useTell } from '../../ui/use-tell.ts';
import { slugOf } from '../agents/slug-of.ts';
import { useTexts } from './texts.ts';

interface Values {
  name: string;
  slug?: string;
}

/** Names what is imported, and makes it: the scenario, and an agent with it if that is wanted. */
export function ImportForm({ text, name }: { text: string; name: string }) {
  const t = useTexts();
  const tell = useTell();
  const navigate = useNavigate();
  const canMakeAgents = useCan('agents:write');
  const [withAgent, setWithAgent] = useState(canMakeAgents);
  const [form] = Form.useForm<Values>();
  const importScenario = useWrite('importScenario', ['listScenarios']);
  const createAgent = useWrite('createAgent', ['listAgents']);
  const required = { required: true, message: t('required') };

  async function submit({ name: title, slug }: Values): Promise<void> {
    // What was made stays made when only the agent's short name has to be another.
    const { scenario } = importScenario.data ?? (await importScenario.mutateAsync({ body: { text, name: title } }));
    if (withAgent && slug) await createAgent.mutateAsync({ body: { name: title, slug, scenario: scenario.id } });
    tell.done(t('done'));
    void navigate(`/scenarios/${scenario.id}`);
  }

  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ name, slug: slugOf(name) }}
      onFinish={(values) => void submit(values).catch(() => undefined)}
      onValuesChange={({ name: title }: Partial<Values>) => {
        if (title !== undefined && !form.isFieldTouched('slug')) form.setFieldValue('slug', slugOf(title));
      }}
    >
      <div className="split">
        <Form.Item name="name" label={t(withAgent ? 'agentName' : 'scenarioName')} rules={[required]}>
          <Input maxLength={200} />
        </Form.Item>
        {withAgent && (
          <Form.Item
            name="slug"
            label={t('slug')}
            extra={t('slugHelp')}
            rules={[required, { pattern: /^[a-z][a-z0-9-]{0,59}$/, message: t('slugWrong') }]}
          >
            <Input className="mono" />
          </Form.Item>
        )}
      </div>
      <ProblemNotice error={importScenario.error ?? createAgent.error} />
      <div className="row" style={{ justifyContent: 'flex-end', marginTop: 8 }}>
        {canMakeAgents && (
          <label className="row">
            <Switch size="small" checked={withAgent} onChange={setWithAgent} /> {t('withAgent')}
          </label>
        )}
        <Button type="primary" htmlType="submit" loading={importScenario.isPending || createAgent.isPending}>
          {t('create')}
        </Button>
      </div>
    </Form>
  );
}
