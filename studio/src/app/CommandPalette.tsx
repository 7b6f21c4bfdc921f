import { Input, Modal } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { dialogs } from './dialogs.ts';
import { useTexts } from './texts.ts';
import { useCommands, type Command } from './use-commands.ts';

/** Ctrl+K: goes to pages and agents, and does what the menus do. */
export function CommandPalette() {
  const t = useTexts();
  const open = dialogs.use() === 'palette';
  return (
    <Modal
      title={<span className="visually-hidden">{t('search')}</span>}
      open={open}
      footer={null}
      closable={false}
      width={560}
      destroyOnHidden
      onCancel={close}
    >
      {open && <Palette />}
    </Modal>
  );
}

const close = (): void => dialogs.set('none');

function Palette() {
  const t = useTexts();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const commands = useCommands(true).filter(({ label }) => matches(label, query));
  const chosen = Math.min(at, commands.length - 1);
  useEffect(() => void list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' }), [chosen]);

  const run = (command: Command | undefined): void => {
    if (!command) return;
    close();
    command.run();
  };
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') run(commands[chosen]);
    if (step === undefined) return;
    event.preventDefault();
    setAt((chosen + step + commands.length) % Math.max(1, commands.length));
  };

  return (
    <div className="palette">
      <Input
        autoFocus
        variant="borderless"
        size="large"
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={commands[chosen] && `command-${chosen}`}
        aria-label={t('search')}
        placeholder={t('palettePlaceholder')}
        value={query}
        onKeyDown={press}
        onChange={({ target }) => {
          setQuery(target.value);
          setAt(0);
        }}
      />
      <ul id="palette-list" role="listbox" aria-label={t('search')} ref={list}>
        {commands.map((command, i) => (
          <li
            key={command.id}
            id={`command-${i}`}
            role="option"
            aria-selected={i === chosen}
            onMouseMove={() => setAt(i)}
            onClick={() => run(command)}
          >
            <span>{command.label}</span>
            {command.keys && <kbd>{command.keys}</kbd>}
            <small>{command.kind}</small>
          </li>
        ))}
      </ul>
      {commands.length === 0 && <p>{t('paletteNothing')}</p>}
    </div>
  );
}

/** Every word of the query stands somewhere in the label. */
function matches(label: string, query: string): boolean {
  const text = label.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
