import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { inLanguage } from '../../i18n/in-language.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { useTell } from '../../ui/use-tell.ts';
import type { Template } from './agent.ts';
import { slugOf } from './slug-of.ts';
import { TemplatePreview } from './TemplatePreview.tsx';
import { useTexts } from './texts.ts';

/** The library: what each template does, the dialogues that prove it, and an agent made from it. */
export function TemplateGallery({ onClose }: { onClose(): void }) {
  const t = useTexts();
  const templates = useRead('listTemplates', {});
  return (
    <Modal open title={t('gallery')} width={1040} footer={null} onCancel={onClose}>
      <Loaded of={templates}>{({ templates: library }) => <Gallery library={library} />}</Loaded>
    </Modal>
  );
}

function Gallery({ library }: { library: readonly Template[] }) {
  const t = useTexts();
  const [chosen, setChosen] = useState(library[0]);
  if (!chosen) return null;
  return (
    <div className="gallery">
      <div className="gallery-list" role="group" aria-label={t('library')}>
        {library.map((template) => (
          <button
            type="button"
            key={template.id}
            aria-pressed={template.id === chosen.id}
            onClick={() => setChosen(template)}
          >
            {inLanguage(template.title)}
            <small>
              {t('steps', { count: template.steps })} · {template.locales.join(', ')}
            </small>
          </button>
        ))}
      </div>
      <div className="stack">
        <TemplatePreview key={chosen.id} template={chosen} />
        <CreateForm key={`form-${chosen.id}`} template={chosen} />
      </div>
    </div>
  );
}

function CreateForm({ template }: { template: Template }) {
  const t = useTexts();
  const tell = useTell();
  const navigate = useNavigate();
  const [form] = Form.useForm<{ name: string; slug: string }>();
  const create = useWrite('createAgentFromTemplate', ['listAgents', 'listScenarios']);
  const title = inLanguage(template.title);
  const required = { required: true, message: t('required') };
  const submit = (values: { name: string; slug: string }): void =>
    create.mutate(
      { body: { template: template.id, ...values } },
      {
        onSuccess({ id }) {
          tell.done(t('made'));
          void navigate(`/agents/${id}`);
        },
      },
    );
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ name: title, slug: slugOf(title) }}
      onFinish={submit}
      onValuesChange={({ name }: { name?: string }) => {
        if (name !== undefined && !form.isFieldTouched('slug')) form.setFieldValue('slug', slugOf(name));
      }}
    >
      <div className="split">
        <Form.Item name="name" label={t('agentName')} rules={[required]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="slug"
          label={t('slug')}
          extra={t('slugHelp')}
          rules={[required, { pattern: /^[a-z][a-z0-9-]{0,59}$/, message: t('slugWrong') }]}
        >
          <Input className="mono" />
        </Form.Item>
      </div>
      <ProblemNotice error={create.error} />
      <div className="row" style={{ justifyContent: 'flex-end', marginTop: 8 }}>
        <Button type="primary" htmlType="submit" loading={create.isPending}>
          {t('make')}
        </Button>
      </div>
    </Form>
  );
}
