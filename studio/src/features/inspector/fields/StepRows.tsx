import type { ReactNode } from 'react';
import { configureStep } from '../../../document/index.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { alone } from '../model/alone.ts';
import { moved } from '../model/moved.ts';
import { useProblemsAt, useStepId, useStepValue, type Path } from '../step-form.ts';
import { Rows } from './Rows.tsx';

interface StepRowsProps<T> {
  path: Path;
  title: string;
  help?: string;
  add: string;
  min?: number;
  max: number;
  keyOf?(item: T, i: number): string;
  /** What a new one begins with. */
  fresh(items: readonly T[]): T;
  children(item: T, path: Path, i: number): ReactNode;
}

/** A list in the configuration of the step. */
export function StepRows<T>({ path, keyOf = (_, i) => String(i), fresh, children, ...rest }: StepRowsProps<T>) {
  const { execute } = useEditor();
  const step = useStepId();
  const { value: items } = useStepValue<readonly T[]>(path);
  const set = (value: readonly T[]): void => void execute(alone(configureStep({ step, path, value })));
  return (
    <Rows
      {...rest}
      items={items}
      keyOf={keyOf}
      problems={useProblemsAt(path, true)}
      onAdd={() => set([...items, fresh(items)])}
      onRemove={(i) => set(items.toSpliced(i, 1))}
      onMove={(from, to) => set(moved(items, from, to))}
    >
      {(item, i) => children(item, [...path, i], i)}
    </Rows>
  );
}
