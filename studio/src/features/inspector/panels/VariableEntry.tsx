import type { Variable, VariableType } from '@scenarium/language';
import { Button, Input, Select } from 'antd';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { changeVariable, removeVariable, renameVariable, whereUsed } from '../../../document/index.ts';
import { usePart } from '../document-hooks.ts';
import { FieldRow } from '../fields/FieldRow.tsx';
import { KeyField } from '../fields/KeyField.tsx';
import { useEditor } from '../../scenarios/editor.ts';
import { DefaultField } from './DefaultField.tsx';
import { useTexts } from './texts.ts';
import { UseList } from './UseList.tsx';

const TYPES = [
  'text',
  'number',
  'boolean',
  'date',
  'datetime',
  'list',
  'object',
  'any',
] as const satisfies VariableType[];
const SCOPES = ['run', 'contact', 'agent'] as const satisfies Variable['scope'][];

interface VariableEntryProps {
  name: string;
  isOpen: boolean;
  onToggle(isOpen: boolean): void;
  onRenamed(name: string): void;
}

/** One variable in a line; open, all there is to change of it. */
export function VariableEntry({ name, isOpen, onToggle, onRenamed }: VariableEntryProps) {
  const t = useTexts();
  const { store } = useEditor();
  const variable = usePart((index) => index.get('variables', name));
  const count = useSyncExternalStore(store.subscribe, () => whereUsed(store.index, name).length);
  if (!variable) return null;
  return (
    <li>
      <button type="button" className="variable-head" aria-expanded={isOpen} onClick={() => onToggle(!isOpen)}>
        <code>{name}</code>
        <span className="soft">{t(`type.${variable.type}`)}</span>
        {variable.scope !== 'run' && <span className="soft">{t(`scope.${variable.scope}`)}</span>}
        <span className={count === 0 ? 'is-warning' : 'soft'}>{count === 0 ? t('unused') : t('uses', { count })}</span>
      </button>
      {isOpen && <VariableFields name={name} variable={variable} onRenamed={onRenamed} />}
    </li>
  );
}

function VariableFields({
  name,
  variable,
  onRenamed,
}: {
  name: string;
  variable: Variable;
  onRenamed(name: string): void;
}) {
  const t = useTexts();
  const { store, execute, readOnly } = useEditor();
  const [typed, setTyped] = useState(name);
  const revision = useSyncExternalStore(store.subscribe, store.revision);
  const uses = useMemo(() => whereUsed(store.index, name), [store, name, revision]);
  const change = (fields: Parameters<typeof changeVariable>[0]['change']) =>
    execute(changeVariable({ name, change: fields }));
  const rename = (): void => {
    if (typed === name) return;
    if (execute(renameVariable({ name, to: typed })).ok) onRenamed(typed);
    else setTyped(name);
  };
  return (
    <div className="fields variable-fields">
      <div onBlur={rename} onKeyDown={({ key }) => key === 'Enter' && rename()}>
        <KeyField
          label={t('variableName')}
          help={t('variableName.help')}
          value={typed}
          write={(next) => {
            setTyped(next);
            return { ok: true, value: undefined };
          }}
        />
      </div>
      <div className="pair">
        <FieldRow label={t('variableType')}>
          {(id) => (
            <Select<VariableType>
              id={id}
              className="full"
              value={variable.type}
              disabled={readOnly}
              options={TYPES.map((value) => ({ value, label: t(`type.${value}`) }))}
              onChange={(type) => change({ type })}
            />
          )}
        </FieldRow>
        <FieldRow label={t('scope')}>
          {(id) => (
            <Select<Variable['scope']>
              id={id}
              className="full"
              value={variable.scope}
              disabled={readOnly}
              options={SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))}
              onChange={(scope) => change({ scope })}
            />
          )}
        </FieldRow>
      </div>
      <p className="field-help">{t(`scope.${variable.scope}.help`)}</p>
      <DefaultField name={name} variable={variable} />
      <FieldRow label={t('description')}>
        {(id) => (
          <Input
            id={id}
            value={variable.description ?? ''}
            maxLength={1_000}
            readOnly={readOnly}
            onChange={({ target }) => change({ description: target.value === '' ? undefined : target.value })}
          />
        )}
      </FieldRow>
      <UseList uses={uses} />
      {!readOnly && (
        <Button
          size="small"
          danger
          disabled={uses.length > 0}
          title={uses.length > 0 ? t('cannotRemove') : ''}
          onClick={() => execute(removeVariable({ name }))}
        >
          {t('removeVariable')}
        </Button>
      )}
    </div>
  );
}
