import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Problem } from '@scenarium/language';
import { useEditor } from '../../scenarios/editor.ts';
import { useTexts } from '../texts.ts';
import { ProblemLine } from './FieldRow.tsx';

interface RowsProps<T> {
  title: string;
  help?: string | undefined;
  items: readonly T[];
  keyOf(item: T, i: number): string;
  /** The words of the button that adds one; without them none can be added. */
  add?: string;
  min?: number;
  max?: number;
  problems?: readonly Problem[];
  onAdd?(): void;
  onRemove(i: number): void;
  /** Without it their order means nothing. */
  onMove?(from: number, to: number): void;
  children(item: T, i: number): ReactNode;
}

/** A list of equal things that can be added, removed and put in another order. */
export function Rows<T>(props: RowsProps<T>) {
  const {
    title,
    help,
    items,
    keyOf,
    add,
    min = 0,
    max = 100,
    problems = [],
    onAdd,
    onRemove,
    onMove,
    children,
  } = props;
  const t = useTexts();
  const { readOnly } = useEditor();
  return (
    <fieldset className="rows">
      <legend>{title}</legend>
      {help && <p className="field-help">{help}</p>}
      {problems.map((problem, i) => (
        <ProblemLine key={i} problem={problem} />
      ))}
      <ol>
        {items.map((item, i) => (
          <li key={keyOf(item, i)}>
            <div className="row-body">{children(item, i)}</div>
            {!readOnly && (
              <div className="row-tools" role="group" aria-label={t('rowTools', { number: i + 1 })}>
                {onMove && (
                  <>
                    <Button
                      {...tool}
                      icon={<ArrowUpOutlined />}
                      aria-label={t('moveUp')}
                      disabled={i === 0}
                      onClick={() => onMove(i, i - 1)}
                    />
                    <Button
                      {...tool}
                      icon={<ArrowDownOutlined />}
                      aria-label={t('moveDown')}
                      disabled={i === items.length - 1}
                      onClick={() => onMove(i, i + 1)}
                    />
                  </>
                )}
                <Button
                  {...tool}
                  icon={<DeleteOutlined />}
                  aria-label={t('removeRow')}
                  disabled={items.length <= min}
                  onClick={() => onRemove(i)}
                />
              </div>
            )}
          </li>
        ))}
      </ol>
      {add && !readOnly && (
        <Button size="small" type="dashed" icon={<PlusOutlined />} disabled={items.length >= max} onClick={onAdd}>
          {add}
        </Button>
      )}
    </fieldset>
  );
}

const tool = { type: 'text', size: 'small' } as const;
