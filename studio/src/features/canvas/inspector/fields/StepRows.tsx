import type { ReactNode } from 'react';
import { configureStep } from '../../../../document/index.ts';
import { useSession } from '../../session.ts';
import { moved } from '../model/moved.ts';
import { useProblemsAt, useStep, useStepValue, type Path } from '../step-form.ts';
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
  const { execute } = useSession();
  const { id: step } = useStep();
  const { value: items } = useStepValue<readonly T[]>(path);
  const set = (value: readonly T[]): void => {
    // It is one step of undo, not a burst of typing.
    const { group: _, ...command } = configureStep({ step, path, value });
    execute(command);
  };
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
