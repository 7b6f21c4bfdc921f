import { DeleteOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import { useRead } from '../../api/use-read.ts';
import { letterOf } from './letter-of.ts';
import type { Plan } from './plan.ts';
import { useTexts } from './texts.ts';
import { versionName } from './version-name.ts';

interface VariantFieldsProps {
  at: number;
  onRemove: (() => void) | null;
}

/** One variant: a version of a scenario, and what it is called. */
export function VariantFields({ at, onRemove }: VariantFieldsProps) {
  const t = useTexts();
  const form = Form.useFormInstance<Plan>();
  const scenario = Form.useWatch<string | undefined>(['variants', at, 'scenario'], form);
  const { data: scenarios } = useRead('listScenarios', {});
  const { data } = useRead('listVersions', { params: { id: scenario ?? '' } }, { enabled: Boolean(scenario) });
  const required = { required: true, message: t('required') };
  const letter = letterOf(at);
  const options = data?.versions.map(({ id, number, note }) => ({
    value: id,
    label: note ? `${t('versionNumber', { number })} — ${note}` : t('versionNumber', { number }),
  }));
  const rename = (id: string): void => {
    const version = data?.versions.find((other) => other.id === id);
    if (version) form.setFieldValue(['variants', at, 'name'], versionName(t, version));
  };

  return (
    <div className="variant-row">
      <strong>{letter}</strong>
      <Form.Item name={['variants', at, 'scenario']} rules={[required]}>
        <Select
          showSearch
          optionFilterProp="label"
          aria-label={t('scenarioOf', { letter })}
          options={scenarios?.scenarios
            .filter(({ latest }) => latest > 0)
            .map(({ id, name }) => ({ value: id, label: name }))}
          onChange={() => form.setFieldValue(['variants', at, 'version'], undefined)}
        />
      </Form.Item>
      <Form.Item name={['variants', at, 'version']} rules={[required]}>
        <Select aria-label={t('versionOf', { letter })} options={options ?? []} onChange={rename} />
      </Form.Item>
      <Form.Item name={['variants', at, 'name']} rules={[{ ...required, whitespace: true }]}>
        <Input maxLength={100} aria-label={t('variantName', { letter })} />
      </Form.Item>
      {onRemove && (
        <Button type="text" icon={<DeleteOutlined />} aria-label={t('removeVariant', { letter })} onClick={onRemove} />
      )}
    </div>
  );
}
