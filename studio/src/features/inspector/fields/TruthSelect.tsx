import { Select } from 'antd';
import { useEditor } from '../../scenarios/editor.ts';
import { useTexts } from '../texts.ts';

interface TruthSelectProps {
  id: string;
  value: boolean | undefined;
  placeholder?: string;
  onChange(value: boolean | undefined): void;
}

/** Yes, no, or nothing said. */
export function TruthSelect({ id, value, placeholder, onChange }: TruthSelectProps) {
  const t = useTexts();
  const { readOnly } = useEditor();
  return (
    <Select<'yes' | 'no' | null>
      id={id}
      className="full"
      allowClear
      value={value === undefined ? null : value ? 'yes' : 'no'}
      placeholder={placeholder}
      disabled={readOnly}
      options={(['yes', 'no'] as const).map((one) => ({ value: one, label: t(one) }))}
      onChange={(next) => onChange(next ? next === 'yes' : undefined)}
    />
  );
}
