import { Button, Input } from 'antd';
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { memo, useState } from 'react';
import { DRAGGED } from '../gestures/use-dropping.ts';
import { useSession } from '../session.ts';
import { useTexts } from '../texts.ts';
import { matching, useEntries, type Entry } from './entries.ts';
import { StepEntry } from './StepEntry.tsx';

/** The steps there are, to be dragged onto the canvas or pressed. */
export const Dock = memo(function Dock() {
  const t = useTexts();
  const [isOpen, setOpen] = useState(true);
  const [query, setQuery] = useState('');
  const entries = matching(useEntries(), query);
  if (!isOpen)
    return (
      <section className="dock is-shut" aria-label={t('palette')}>
        <Button type="text" icon={<RightOutlined />} aria-label={t('showPalette')} onClick={() => setOpen(true)} />
      </section>
    );
  return (
    <section className="dock" aria-label={t('palette')}>
      <div className="row">
        <Input
          className="grow"
          allowClear
          value={query}
          aria-label={t('paletteSearch')}
          placeholder={t('palette')}
          onChange={({ target }) => setQuery(target.value)}
        />
        <Button type="text" icon={<LeftOutlined />} aria-label={t('hidePalette')} onClick={() => setOpen(false)} />
      </div>
      <div className="dock-list">
        {groupsOf(entries).map(([group, list]) => (
          <section key={group}>
            <h2>{t(`group.${group}`)}</h2>
            {list.map((entry) => (
              <DockEntry key={entry.key} entry={entry} />
            ))}
          </section>
        ))}
        {entries.length === 0 && <p className="soft">{t('paletteNothing')}</p>}
      </div>
    </section>
  );
});

function DockEntry({ entry }: { entry: Entry }) {
  const { add, spot } = useSession();
  return (
    <button
      type="button"
      title={entry.about}
      draggable
      onDragStart={({ dataTransfer }) => {
        dataTransfer.setData(DRAGGED, JSON.stringify(entry.choice));
        dataTransfer.effectAllowed = 'copy';
      }}
      onClick={() => entry.choice && add(entry.choice, { at: spot().at })}
    >
      <StepEntry entry={entry} />
    </button>
  );
}

/** Entries by group, in the order in which the groups come. */
export function groupsOf(entries: readonly Entry[]): [Entry['group'], Entry[]][] {
  const groups = new Map<Entry['group'], Entry[]>();
  for (const entry of entries) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
  return [...groups];
}
