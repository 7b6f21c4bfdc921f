import { AimOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useEditor } from '../../scenarios/editor.ts';
import { usePart } from '../document-hooks.ts';
import { useTexts } from '../texts.ts';
import { stepTitle } from '../../looks/step-title.ts';
import { useTexts as useLookTexts } from '../../looks/texts.ts';

interface TargetSelectProps {
  label: string;
  value: string | undefined;
  placeholder: string;
  allowClear?: boolean;
  isMissing?: boolean;
  onChange(step: string | undefined): void;
}

/** Chooses a step, or goes to it. The list is made when it is opened: a scenario may have thousands. */
export function TargetSelect({
  label,
  value,
  placeholder,
  allowClear = true,
  isMissing = false,
  onChange,
}: TargetSelectProps) {
  const { store, readOnly, goTo } = useEditor();
  const t = useTexts();
  const words = useLookTexts();
  const [isOpen, setOpen] = useState(false);
  const name = (id: string): string => {
    const step = store.index.step(id);
    return step ? `${stepTitle(words, step)} · ${id}` : id;
  };
  // Drawn again when the step it shows is renamed.
  usePart((index) => (value === undefined ? undefined : index.step(value)));
  const ids = isOpen ? store.index.keys('steps') : value === undefined ? [] : [value];
  return (
    <div className="target">
      <Select
        className="full"
        size="small"
        aria-label={label}
        status={isMissing ? 'error' : ''}
        value={value ?? null}
        placeholder={placeholder}
        allowClear={allowClear}
        disabled={readOnly}
        showSearch={{ optionFilterProp: 'label' }}
        options={ids.map((id) => ({ value: id, label: name(id) }))}
        onOpenChange={setOpen}
        onChange={(id: string | undefined) => onChange(id)}
      />
      {value !== undefined && (
        <Button
          type="text"
          size="small"
          icon={<AimOutlined />}
          aria-label={t('goTo', { step: value })}
          onClick={() => goTo(value)}
        />
      )}
    </div>
  );
}
