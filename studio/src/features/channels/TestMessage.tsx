import { Alert, Form, Input, Modal } from 'antd';
import { useWrite } from '../../api/use-write.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { errorWords } from '../../ui/error-words.ts';
import { useTexts } from './texts.ts';

interface TestMessageProps {
  channel: string;
  name: string;
  onClose(): void;
}

/** Sends one text over a channel, and says what its service made of it. */
export function TestMessage({ channel, name, onClose }: TestMessageProps) {
  const t = useTexts();
  const [form] = Form.useForm<{ to: string; text: string }>();
  const { mutate, data, error, isPending } = useWrite('testChannel', ['listChannels']);
  const required = [{ required: true, message: t('required') }];
  return (
    <Modal
      open
      title={t('testTitle', { name })}
      okText={t('send')}
      cancelText={t('cancel')}
      okButtonProps={{ loading: isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<{ to: string; text: string }>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ text: t('testText') }}
        onFinish={(values) => mutate({ params: { id: channel }, body: { ...values, locale: currentLanguage() } })}
      >
        <Form.Item name="to" label={t('to')} extra={t('toHelp')} rules={required}>
          <Input className="mono" maxLength={256} />
        </Form.Item>
        <Form.Item name="text" label={t('text')} rules={required}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={10_000} />
        </Form.Item>
        {data && (
          <Alert
            showIcon
            role="status"
            type={data.ok ? 'success' : 'error'}
            title={data.ok ? t('sent') : t('notSent', { message: errorWords(data.error ?? {}) })}
          />
        )}
        <ProblemNotice error={error} />
      </Form>
    </Modal>
  );
}
