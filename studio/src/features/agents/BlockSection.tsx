import { EllipsisOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState, type ReactNode } from 'react';
import { takeKey } from '../../ui/take-key.ts';
import { useTexts } from './texts.ts';
import { useBlockActions } from './use-block-actions.tsx';
import type { Block } from './agent.ts';
import { dragType } from './drag.ts';

interface BlockSectionProps {
  /** Null: the agents that are in none. */
  block: Block | null;
  blocks: readonly Block[];
  count: number;
  canWrite: boolean;
  onDrop(agent: string): void;
  children: ReactNode;
}

/** The agents of one block; others can be dropped on it. */
export function BlockSection({ block, blocks, count, canWrite, onDrop, children }: BlockSectionProps) {
  const t = useTexts();
  const [over, setOver] = useState(false);
  const actions = useBlockActions(blocks);
  const name = block?.name ?? t('noBlock');
  return (
    <section
      className={over ? 'block over' : 'block'}
      aria-label={name}
      onDragOver={(event) => {
        if (!canWrite || !event.dataTransfer.types.includes(dragType)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={({ dataTransfer }) => {
        setOver(false);
        onDrop(dataTransfer.getData(dragType));
      }}
    >
      {blocks.length > 0 && (
        <header>
          <h2>{name}</h2>
          <span className="soft">{count}</span>
          {block && canWrite && (
            <Dropdown autoFocus trigger={['click']} menu={{ ...actions(block), onClick: takeKey }}>
              <Button type="text" size="small" icon={<EllipsisOutlined />} aria-label={t('blockActions', { name })} />
            </Dropdown>
          )}
        </header>
      )}
      {count === 0 ? <p className="block-empty">{t('blockEmpty')}</p> : children}
    </section>
  );
}
