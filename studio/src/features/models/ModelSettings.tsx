import { AutoComplete, Button, Form, InputNumber } from 'antd';
import type { Answer } from '../../api/send.ts';
import { useCan } from '../../api/use-can.ts';
import { useWrite } from '../../api/use-write.ts';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { useTell } from '../../ui/use-tell.ts';
import { useTexts } from './texts.ts';

type Settings = Answer<'getModelSettings'>;

const ROLES = ['chat', 'embeddings', 'cheaper'] as const;

export function ModelSettings({ settings, connections }: { settings: Settings; connections: readonly string[] }) {
  const t = useTexts();
  const tell = useTell();
  const canWrite = useCan('models:write');
  const save = useWrite('saveModelSettings', ['getModelSettings']);
  const submit = ({ chat, embeddings, cheaper, budget }: Settings): void =>
    save.mutate(
      {
        body: {
          chat: chat || null,
          embeddings: embeddings || null,
          cheaper: cheaper || null,
          budget: { cost: budget?.cost ?? null, tokens: budget?.tokens ?? null },
        },
      },
      { onSuccess: () => tell.done(t('saved')) },
    );
  return (
    <Form<Settings>
      className="panel padded"
      layout="vertical"
      disabled={!canWrite}
      initialValues={settings}
      onFinish={submit}
    >
      <h2>{t('settings')}</h2>
      {ROLES.map((role) => (
        <Form.Item
          key={role}
          name={role}
          label={t(role)}
          extra={t(`${role}Help`)}
          rules={[{ pattern: /^[a-z][a-z0-9-]{0,49}(:\S{1,150})?$/, message: t('referenceWrong') }]}
        >
          <AutoComplete allowClear placeholder={t('reference')} options={connections.map((value) => ({ value }))} />
        </Form.Item>
      ))}
      <h2>{t('budget')}</h2>
      <div className="split">
        <Form.Item name={['budget', 'cost']} label={t('cost')} extra={t('costHelp')}>
          <InputNumber min={0.01} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name={['budget', 'tokens']} label={t('tokens')}>
          <InputNumber min={1} step={10_000} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <ProblemNotice error={save.error} />
      {canWrite && (
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('save')}
        </Button>
      )}
    </Form>
  );
}
