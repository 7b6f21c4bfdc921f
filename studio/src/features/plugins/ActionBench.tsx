import { Alert, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { inLanguage } from '../../i18n/in-language.ts';
import { JsonBlock } from '../../ui/JsonBlock.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { errorWords } from '../../ui/error-words.ts';
import type { Plugin } from './plugin.ts';
import { useTexts } from './texts.ts';

interface Values {
  action: string;
  input: string;
  connection?: string;
}

/** Carries out one action of a plugin, for real. */
export function ActionBench({ plugins }: { plugins: readonly Plugin[] }) {
  const t = useTexts();
  const [form] = Form.useForm<Values>();
  const [name, setName] = useState<string>();
  const { data: connections } = useRead('listConnections', {});
  const attempt = useWrite('tryAction');
  const plugin = plugins.find(({ actions }) => actions.some((action) => action.name === name));
  const chosen = plugin?.actions.find((action) => action.name === name);
  const usable = connections?.connections.filter((connection) => connection.plugin === plugin?.id) ?? [];

  function choose(next: string): void {
    setName(next);
    attempt.reset();
    const action = plugins.flatMap(({ actions }) => actions).find((one) => one.name === next);
    const [example] = (action?.input as { examples?: unknown[] } | undefined)?.examples ?? [];
    form.setFieldsValue({ input: JSON.stringify(example ?? {}, null, 2) });
    form.resetFields(['connection']);
  }

  return (
    <div className="split">
      <Form<Values>
        form={form}
        className="panel padded"
        layout="vertical"
        requiredMark={false}
        initialValues={{ input: '{}' }}
        onFinish={({ action, input, connection }) =>
          attempt.mutate({
            body: { action, input: JSON.parse(input) as Record<string, unknown>, ...(connection && { connection }) },
          })
        }
      >
        <Form.Item name="action" label={t('action')} extra={chosen && inLanguage(chosen.description)}>
          <Select
            showSearch
            placeholder={t('chooseAction')}
            options={plugins
              .filter(({ actions }) => actions.length > 0)
              .map(({ title, actions }) => ({
                label: inLanguage(title),
                options: actions.map((action) => ({
                  value: action.name,
                  label: `${action.name}: ${inLanguage(action.title)}`,
                })),
              }))}
            onChange={choose}
          />
        </Form.Item>
        {usable.length > 0 && (
          <Form.Item name="connection" label={t('withConnection')}>
            <Select
              allowClear
              placeholder={t('noneNeeded')}
              options={usable.map((one) => ({ value: one.name, label: one.name }))}
            />
          </Form.Item>
        )}
        <Form.Item
          name="input"
          label={t('input')}
          rules={[{ validator: async (_, text: string) => void (JSON.parse(text) as unknown), message: t('notJson') }]}
        >
          <Input.TextArea className="mono" autoSize={{ minRows: 4, maxRows: 16 }} />
        </Form.Item>
        <Alert type="info" title={t('real')} style={{ marginBottom: 12 }} />
        <Button type="primary" htmlType="submit" disabled={!name} loading={attempt.isPending}>
          {t('try')}
        </Button>
      </Form>
      <div className="stack">
        <ProblemNotice error={attempt.error} />
        {attempt.data?.error && (
          <Alert
            type="error"
            showIcon
            title={t('failure', { code: attempt.data.error.code })}
            description={[errorWords(attempt.data.error), attempt.data.error.retryable && t('retryable')]
              .filter(Boolean)
              .join(' ')}
          />
        )}
        {attempt.data?.ok && (
          <section className="panel padded">
            <h3>{t('output')}</h3>
            <JsonBlock value={attempt.data.output ?? null} label={t('output')} />
          </section>
        )}
        {chosen && (
          <section className="panel padded">
            <h3>{t('schema')}</h3>
            <JsonBlock value={chosen.input} label={t('schema')} />
          </section>
        )}
      </div>
    </div>
  );
}
