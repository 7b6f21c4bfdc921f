import { Form, Input, InputNumber, Select, Switch } from 'antd';
import { inLanguage } from '../../i18n/in-language.ts';
import type { FormField } from './fields-of.ts';
import { useTexts } from './texts.ts';

/** One field as its plugin wants it drawn. A secret that is set is never shown; empty keeps it. */
export function SchemaField({ field, isSet }: { field: FormField; isSet: boolean }) {
  const t = useTexts();
  const { name, title, help, required, widget } = field;
  const hints = [help && inLanguage(help), isSet && t('secretSet')].filter(Boolean).join(' ');
  return (
    <Form.Item
      name={['config', name]}
      label={title ? inLanguage(title) : name}
      extra={hints || undefined}
      valuePropName={widget === 'switch' ? 'checked' : 'value'}
      rules={[
        { required: required && !isSet, message: t('required') },
        ...(widget === 'json' ? [{ validator: checkJson(t('notJson')) }] : []),
      ]}
    >
      {controlOf(field)}
    </Form.Item>
  );
}

function controlOf({ widget, placeholder, options }: FormField) {
  switch (widget) {
    case 'secret':
      return <Input.Password autoComplete="off" placeholder={placeholder} />;
    case 'multiline':
      return <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} placeholder={placeholder} />;
    case 'code':
    case 'json':
      return <Input.TextArea className="mono" autoSize={{ minRows: 2, maxRows: 12 }} placeholder={placeholder} />;
    case 'number':
      return <InputNumber style={{ width: '100%' }} placeholder={placeholder} />;
    case 'switch':
      return <Switch />;
    case 'select':
      return <Select allowClear options={options.map((value) => ({ value, label: String(value) }))} />;
    default:
      return <Input type={widget === 'url' ? 'url' : 'text'} placeholder={placeholder} />;
  }
}

function checkJson(message: string) {
  return async (_: unknown, text: string | undefined): Promise<void> => {
    if (!text) return;
    try {
      JSON.parse(text);
    } catch {
      throw new Error(message);
    }
  };
}
