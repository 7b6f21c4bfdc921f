import { Select } from 'antd';
import { inLanguage } from '../../../i18n/in-language.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { useShown } from '../../scenarios/shown.ts';
import { useProblemsAt, type Path } from '../step-form.ts';
import { useTexts } from '../texts.ts';
import { FieldRow } from './FieldRow.tsx';

interface ActionSelectProps {
  path: Path;
  value: string;
  onChange(name: string): void;
}

/** Chooses an action of any plugin. */
export function ActionSelect({ path, value, onChange }: ActionSelectProps) {
  const t = useTexts();
  const { readOnly } = useEditor();
  const { actions } = useShown();
  const chosen = actions.find(({ name }) => name === value);
  const options = actions.map(({ name, title }) => ({ value: name, label: `${inLanguage(title)} · ${name}` }));
  return (
    <FieldRow label={t('action')} help={chosen && inLanguage(chosen.description)} problems={useProblemsAt(path)}>
      {(id) => (
        <Select
          id={id}
          className="full"
          showSearch={{ optionFilterProp: 'label' }}
          value={value}
          disabled={readOnly}
          options={chosen ? options : [{ value, label: value }, ...options]}
          onChange={onChange}
        />
      )}
    </FieldRow>
  );
}
