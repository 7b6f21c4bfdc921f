import { Button, Dropdown } from 'antd';
import { usePart } from '../document-hooks.ts';
import { readable } from '../model/completions.ts';
import { useTexts } from '../texts.ts';

interface InsertVariableProps {
  locals?: readonly string[] | undefined;
  onChoose(name: string): void;
}

/** Offers what can be read here. */
export function InsertVariable({ locals, onChoose }: InsertVariableProps) {
  const t = useTexts();
  const variables = usePart(({ scenario }) => scenario.variables);
  const items = (): { key: string; label: string }[] =>
    Object.keys(
      readable(Object.fromEntries(Object.entries(variables).map(([name, { type }]) => [name, type])), locals),
    ).map((name) => ({ key: name, label: name }));
  return (
    <Dropdown
      autoFocus
      trigger={['click']}
      destroyOnHidden
      menu={{ items: items(), onClick: ({ key }) => onChoose(key), style: { maxHeight: 280, overflow: 'auto' } }}
    >
      <Button type="text" size="small" className="field-tool mono" aria-label={t('insertVariable')}>
        {'{ }'}
      </Button>
    </Dropdown>
  );
}
