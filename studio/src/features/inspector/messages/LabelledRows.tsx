import type { ReactNode } from 'react';
import { configureStep, freshId, removeText, writeText } from '../../../document/index.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { Rows } from '../fields/Rows.tsx';
import { alone } from '../model/alone.ts';
import { moved } from '../model/moved.ts';
import { together } from '../model/together.ts';
import { useProblemsAt, useStepId, useStepValue, type Path } from '../step-form.ts';
import { MessageField } from './MessageField.tsx';
import { useTexts } from '../texts.ts';

interface Labelled {
  id: string;
  label: string;
}

interface LabelledRowsProps {
  path: Path;
  title: string;
  help?: string;
  add: string;
  /** What the ids of new ones begin with. */
  stem: string;
  min?: number;
  max: number;
  children(path: Path): ReactNode;
}

/** Buttons or options: each has a label in every language, which comes and goes with it. */
export function LabelledRows({ path, stem, children, ...rest }: LabelledRowsProps) {
  const t = useTexts();
  const { store, execute } = useEditor();
  const step = useStepId();
  const { value: items } = useStepValue<readonly Labelled[]>(path);
  const change = (value: readonly Labelled[]) => configureStep({ step, path, value });
  const { [0]: main = 'en' } = store.get().locales;

  function add(): void {
    const id = freshId(`${stem}-1`, (one) => items.some((item) => item.id === one));
    const isTaken = (one: string): boolean =>
      store.get().locales.some((locale) => store.index.text(locale, one) !== undefined);
    const label = freshId(`${step}-${id}`, isTaken);
    execute(
      together('step.configure', { id: step }, [
        writeText({ locale: main, id: label, text: '' }),
        change([...items, { id, label }]),
      ]),
    );
  }

  function remove(i: number): void {
    const label = items[i]?.label ?? '';
    const isLast = store.index.speakersOf(label).size <= 1 && items.filter((item) => item.label === label).length === 1;
    execute(
      together('step.configure', { id: step }, [
        change(items.toSpliced(i, 1)),
        ...(isLast ? [removeText({ id: label })] : []),
      ]),
    );
  }

  return (
    <Rows
      {...rest}
      items={items}
      keyOf={({ label }, i) => `${label}-${i}`}
      problems={useProblemsAt(path, true)}
      onAdd={add}
      onRemove={remove}
      onMove={(from, to) => execute(alone(change(moved(items, from, to))))}
    >
      {(_, i) => (
        <>
          <MessageField path={[...path, i, 'label']} label={t('label')} rows={1} plain />
          {children([...path, i])}
        </>
      )}
    </Rows>
  );
}
