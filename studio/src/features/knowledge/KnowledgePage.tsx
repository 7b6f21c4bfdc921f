import { BookOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useCan } from '../../api/use-can.ts';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { useTexts } from './texts.ts';

export function KnowledgePage() {
  const t = useTexts();
  const canWrite = useCan('knowledge:write');
  const [creating, setCreating] = useState(false);
  const bases = useRead('listKnowledgeBases', {});
  const create = canWrite && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {t('create')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} actions={create} />
      <Loaded of={bases}>
        {({ bases: list }) =>
          list.length === 0 ? (
            <EmptyState icon={<BookOutlined />} title={t('emptyTitle')} action={create}>
              {t('emptyText')}
            </EmptyState>
          ) : (
            <div className="cards">
              {list.map(({ id, key, title }) => (
                <article className="agent-card" key={id}>
                  <header>
                    <BookOutlined aria-hidden />
                    <Link to={`/knowledge/${id}`}>{title}</Link>
                  </header>
                  <code className="soft">{key}</code>
                </article>
              ))}
            </div>
          )
        }
      </Loaded>
      {creating && <CreateBase onClose={() => setCreating(false)} />}
    </>
  );
}

function CreateBase({ onClose }: { onClose(): void }) {
  const t = useTexts();
  const navigate = useNavigate();
  const [form] = Form.useForm<{ key: string; title: string }>();
  const create = useWrite('createKnowledgeBase', ['listKnowledgeBases']);
  const required = { required: true, message: t('required') };
  return (
    <Modal
      open
      title={t('create')}
      okText={t('save')}
      cancelText={t('cancel')}
      okButtonProps={{ loading: create.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(body) => create.mutate({ body }, { onSuccess: ({ id }) => void navigate(`/knowledge/${id}`) })}
      >
        <Form.Item name="title" label={t('name')} rules={[required]}>
          <Input autoFocus maxLength={200} />
        </Form.Item>
        <Form.Item
          name="key"
          label={t('key')}
          extra={t('keyHelp')}
          rules={[required, { pattern: /^[a-z0-9][a-z0-9-]{0,62}$/, message: t('keyWrong') }]}
        >
          <Input className="mono" />
        </Form.Item>
        <ProblemNotice error={create.error} />
      </Form>
    </Modal>
  );
}
