import { Alert, Form, Input, Modal, Radio, Select } from 'antd';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { inLanguage } from '../../i18n/in-language.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { useTell } from '../../ui/use-tell.ts';
import { configFrom, configInto } from '../plugins/config-values.ts';
import { fieldsOf } from '../plugins/fields-of.ts';
import type { Connection, Plugin } from '../plugins/plugin.ts';
import { SchemaField } from '../plugins/SchemaField.tsx';
import { kindsOf, type ChannelKind } from './channel.ts';
import { useTexts } from './texts.ts';

interface AddChannelProps {
  agent: string;
  onClose(): void;
}

interface Values {
  service: string;
  name: string;
  /** Absent or empty: a new one. */
  connection?: string;
  mode?: 'webhook' | 'poll';
  config?: Record<string, unknown>;
}

const NEW = '';

/** Adds a channel: a service, a connection to it that exists or is made here, and how messages come in. */
export function AddChannel({ agent, onClose }: AddChannelProps) {
  const t = useTexts();
  const tell = useTell();
  const [form] = Form.useForm<Values>();
  const plugins = useRead('listPlugins', {});
  const connections = useRead('listConnections', {});
  const connect = useWrite('createConnection', ['listConnections']);
  const create = useWrite('createChannel', ['listChannels']);
  const kinds = kindsOf(plugins.data?.plugins ?? []);
  const existing = connections.data?.connections ?? [];

  async function submit({ service, name, connection, mode, config = {} }: Values): Promise<void> {
    const chosen = kinds.find((one) => keyOf(one) === service);
    if (!chosen) return;
    const { plugin, kind } = chosen;
    const used = connection || (await makeConnection(plugin, config));
    await create.mutateAsync({ body: { name, agent, connection: used, kind: kind.id, ...(mode && { mode }) } });
    tell.done(t('created', { name }));
    onClose();
  }

  function choose(service: string): void {
    const chosen = kinds.find((one) => keyOf(one) === service);
    form.setFieldsValue({
      connection: NEW,
      mode: chosen?.kind.modes[0],
      config: configInto(fieldsOf(chosen?.plugin.config), {}),
    });
  }

  /** Chosen from then on: what fails after it needs no second one. */
  async function makeConnection(plugin: Plugin, config: Record<string, unknown>): Promise<string> {
    const name = freeName(plugin.id, existing);
    const body = { name, plugin: plugin.id, config: configFrom(fieldsOf(plugin.config), config) };
    const { id } = await connect.mutateAsync({ body });
    form.setFieldValue('connection', id);
    return id;
  }

  return (
    <Modal
      open
      title={t('add')}
      okText={t('create')}
      cancelText={t('cancel')}
      okButtonProps={{ loading: connect.isPending || create.isPending, disabled: kinds.length === 0 }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Loaded of={plugins}>
        {() =>
          kinds.length === 0 ? (
            <Alert type="info" showIcon title={t('noService')} />
          ) : (
            <Form<Values>
              form={form}
              layout="vertical"
              requiredMark={false}
              initialValues={{ connection: NEW }}
              onFinish={(values) => void submit(values).catch(() => undefined)}
            >
              <Form.Item name="service" label={t('service')} rules={[{ required: true, message: t('required') }]}>
                <Select
                  options={kinds.map((one) => ({ value: keyOf(one), label: inLanguage(one.kind.title) }))}
                  onChange={(service) => choose(service as string)}
                />
              </Form.Item>
              <Form.Item
                name="name"
                label={t('name')}
                rules={[{ required: true, whitespace: true, message: t('required') }]}
              >
                <Input maxLength={100} placeholder={t('namePlaceholder')} />
              </Form.Item>
              <Form.Item noStyle dependencies={['service', 'connection']}>
                {({ getFieldValue }) => {
                  const chosen = kinds.find((one) => keyOf(one) === getFieldValue('service'));
                  const isNew = !getFieldValue('connection');
                  return chosen && <Particulars {...chosen} connections={existing} isNew={isNew} />;
                }}
              </Form.Item>
              <ProblemNotice error={connect.error ?? create.error} />
            </Form>
          )
        }
      </Loaded>
    </Modal>
  );
}

interface ParticularsProps extends ChannelKind {
  connections: readonly Connection[];
  isNew: boolean;
}

/** What has to be known of the chosen service. */
function Particulars({ plugin, kind, connections, isNew }: ParticularsProps) {
  const t = useTexts();
  const own = connections.filter((connection) => connection.plugin === plugin.id);
  const fields = fieldsOf(plugin.config);
  return (
    <>
      {own.length > 0 && (
        <Form.Item name="connection" label={t('connection')}>
          <Select
            options={[
              { value: NEW, label: t('newConnection') },
              ...own.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Form.Item>
      )}
      {isNew && fields.map((field) => <SchemaField key={field.name} field={field} isSet={false} />)}
      {kind.modes.length > 1 && (
        <Form.Item name="mode" label={t('mode')}>
          <Radio.Group options={kind.modes.map((value) => ({ value, label: t(value) }))} />
        </Form.Item>
      )}
    </>
  );
}

function keyOf({ plugin, kind }: ChannelKind): string {
  return `${plugin.id}.${kind.id}`;
}

function freeName(id: string, connections: readonly Connection[]): string {
  const taken = new Set(connections.map(({ name }) => name));
  let name = id;
  for (let number = 2; taken.has(name); number += 1) name = `${id}-${number}`;
  return name;
}
