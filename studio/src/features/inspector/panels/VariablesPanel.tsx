import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import { addVariable } from '../../../document/index.ts';
import { inLanguage } from '../../../i18n/in-language.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { usePart } from '../document-hooks.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { useTexts } from './texts.ts';
import { VariableEntry } from './VariableEntry.tsx';

const MANY = 8;

/** The variables of the scenario: what they hold, how long, and where they are used. */
export function VariablesPanel() {
  const t = useTexts();
  const { store, readOnly } = useEditor();
  const names = usePart((index) => index.keys('variables').join(' '));
  const [wanted, setWanted] = useState('');
  const [open, setOpen] = useState<string>();
  const [name, setName] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const all = names === '' ? [] : names.split(' ');
  const shown = all.filter((one) => one.toLowerCase().includes(wanted.trim().toLowerCase()));

  function add(): void {
    const outcome = store.execute(addVariable({ name, variable: { type: 'text' } }));
    setRefusal(outcome.ok ? undefined : inLanguage({ ...outcome.problem.message }));
    if (!outcome.ok) return;
    setOpen(name);
    setName('');
  }

  return (
    <div className="fields">
      {all.length > MANY && (
        <Input
          size="small"
          allowClear
          aria-label={t('findVariable')}
          placeholder={t('findVariable')}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
      )}
      {all.length === 0 && <EmptyState title={t('variables.empty')}>{t('variables.emptyText')}</EmptyState>}
      <ul className="variables">
        {shown.map((one) => (
          <VariableEntry
            key={one}
            name={one}
            isOpen={open === one}
            onToggle={(isOpen) => setOpen(isOpen ? one : undefined)}
            onRenamed={setOpen}
          />
        ))}
      </ul>
      {!readOnly && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <Space.Compact block>
            <Input
              size="small"
              aria-label={t('newVariable')}
              placeholder={t('newVariable')}
              value={name}
              status={refusal ? 'error' : ''}
              onChange={({ target }) => {
                setName(target.value);
                setRefusal(undefined);
              }}
            />
            <Button size="small" htmlType="submit" icon={<PlusOutlined />} disabled={name === ''}>
              {t('add')}
            </Button>
          </Space.Compact>
          {refusal && (
            <p className="field-problem is-error" role="alert">
              {refusal}
            </p>
          )}
        </form>
      )}
    </div>
  );
}
