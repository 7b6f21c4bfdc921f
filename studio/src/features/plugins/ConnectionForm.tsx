import { Collapse, Form, Input, Modal } from 'antd';
import { useWrite } from '../../api/use-write.ts';
import { inLanguage } from '../../i18n/in-language.ts';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { useTell } from '../../ui/use-tell.ts';
import { configFrom, configInto } from './config-values.ts';
import { fieldsOf } from './fields-of.ts';
import type { Connection, Plugin } from './plugin.ts';
import { SchemaField } from './SchemaField.tsx';
import { useTexts } from './texts.ts';

interface ConnectionFormProps {
  plugin: Plugin;
  /** Absent: a new one is made. */
  connection?: Connection | undefined;
  onClose(): void;
}

interface Values {
  name: string;
  config?: Record<string, unknown>;
}

/** The form of a connection, drawn from the schema of its plugin. */
export function ConnectionForm({ plugin, connection, onClose }: ConnectionFormProps) {
  const t = useTexts();
  const tell = useTell();
  const [form] = Form.useForm<Values>();
  const create = useWrite('createConnection', ['listConnections']);
  const update = useWrite('updateConnection', ['listConnections']);
  const fields = fieldsOf(plugin.config);
  const drawn = (advanced: boolean) =>
    fields
      .filter((field) => field.advanced === advanced)
      .map((field) => (
        <SchemaField key={field.name} field={field} isSet={connection?.secrets.includes(field.name) ?? false} />
      ));

  async function submit({ name, config = {} }: Values): Promise<void> {
    const body = { name, config: configFrom(fields, config) };
    await (connection
      ? update.mutateAsync({ params: { id: connection.id }, body })
      : create.mutateAsync({ body: { ...body, plugin: plugin.id } }));
    tell.done(t('saved'));
    onClose();
  }

  return (
    <Modal
      open
      title={
        connection
          ? t('connectionOf', { name: connection.name })
          : t('newConnection', { plugin: inLanguage(plugin.title) })
      }
      okText={t('save')}
      cancelText={t('cancel')}
      okButtonProps={{ loading: create.isPending || update.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: connection?.name ?? plugin.id, config: configInto(fields, connection?.config ?? {}) }}
        onFinish={(values) => void submit(values).catch(() => undefined)}
      >
        <Form.Item
          name="name"
          label={t('name')}
          extra={t('nameHelp')}
          rules={[{ required: true, pattern: /^[a-z][a-z0-9-]{0,49}$/, message: t('nameWrong') }]}
        >
          <Input className="mono" />
        </Form.Item>
        {drawn(false)}
        {fields.some(({ advanced }) => advanced) && (
          <Collapse
            ghost
            size="small"
            items={[{ key: 'more', label: t('advanced'), forceRender: true, children: drawn(true) }]}
          />
        )}
        <ProblemNotice error={create.error ?? update.error} />
      </Form>
    </Modal>
  );
}
