import { Input, Select, type InputRef } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { changeStepType, connect, stepExits } from '../../../document/index.ts';
import { exitWords } from '../../looks/exit-words.ts';
import { looks } from '../../looks/step-looks.tsx';
import { useTexts as useLookTexts } from '../../looks/texts.ts';
import { useSession, type Choice, type Wish } from '../session.ts';
import { useTexts } from '../texts.ts';
import { groupsOf } from './Dock.tsx';
import { matching, useEntries, type Entry } from './entries.ts';
import { StepEntry } from './StepEntry.tsx';

const SIZE = { width: 340, height: 420 };
/** So many of the steps that are there are offered at most. */
const MOST_STEPS = 20;

/** The palette at a place of the canvas: type a word, press Enter. */
export function QuickAdd() {
  const { wish } = useSession();
  const now = wish.use();
  return now && <Chooser key={JSON.stringify(now)} wish={now} />;
}

function Chooser({ wish: now }: { wish: Wish }) {
  const t = useTexts();
  const { wish, add, execute } = useSession();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const [on, setOn] = useState(now.after?.on);
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<InputRef>(null);
  const types = matching(useEntries(), query);
  const steps = useStepEntries(now, query);
  const entries = now.connects ? [...steps, ...types] : [...types, ...steps];
  const chosen = Math.max(0, Math.min(at, entries.length - 1));
  useEffect(
    () => void list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }),
    [chosen],
  );

  const close = (): void => {
    wish.set(null);
    document.querySelector<HTMLElement>('.graph-canvas')?.focus();
  };
  function take(entry: Entry | undefined): void {
    if (!entry) return;
    const after = now.after && { from: now.after.from, ...(on !== undefined && { on }) };
    close();
    if (entry.choice && now.replaces !== undefined) replace(now.replaces, entry.choice);
    else if (entry.choice) add(entry.choice, { ...now, after });
    else if (after && entry.step !== undefined) execute(connect({ ...after, to: entry.step }));
  }
  function replace(step: string, { type, action }: Choice): void {
    execute(changeStepType({ step, type, ...(action !== undefined && { config: { action } }) }));
  }
  function press(event: KeyboardEvent): void {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') take(entries[chosen]);
    else if (by !== undefined && entries.length > 0) setAt((chosen + by + entries.length) % entries.length);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      className="quick-add"
      role="dialog"
      aria-label={t('palette')}
      style={placeOf(now)}
      onBlur={({ currentTarget, relatedTarget }) => {
        // A list of exits that opens over the page takes the focus no further than its field.
        if (relatedTarget && !currentTarget.contains(relatedTarget)) wish.set(null);
      }}
    >
      <div className="quick-add-veil" onPointerDown={close} />
      <Input
        ref={field}
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls="quick-add-list"
        aria-activedescendant={entries[chosen] && `quick-add-${chosen}`}
        aria-label={t('paletteSearch')}
        placeholder={now.replaces ? t('do.changeType') : now.connects ? t('group.steps') : t('paletteSearch')}
        value={query}
        onKeyDown={press}
        onChange={({ target }) => {
          setQuery(target.value);
          setAt(0);
        }}
      />
      {now.after && <ExitChoice from={now.after.from} on={on} onChange={setOn} />}
      <div className="quick-add-list" id="quick-add-list" role="listbox" aria-label={t('palette')} ref={list}>
        {groupsOf(entries).map(([group, some]) => (
          <div key={group} role="group" aria-label={t(`group.${group}`)}>
            <h2 aria-hidden>{t(`group.${group}`)}</h2>
            {some.map((entry) => {
              const i = entries.indexOf(entry);
              return (
                <div
                  key={entry.key}
                  id={`quick-add-${i}`}
                  role="option"
                  aria-selected={i === chosen}
                  onMouseMove={() => setAt(i)}
                  onClick={() => take(entry)}
                >
                  <StepEntry entry={entry} />
                </div>
              );
            })}
          </div>
        ))}
        {entries.length === 0 && <p className="soft">{t('paletteNothing')}</p>}
      </div>
    </div>
  );
}

interface ExitChoiceProps {
  from: string;
  on: string | undefined;
  onChange(on: string): void;
}

/** By which exit the step is reached, where there are several. */
function ExitChoice({ from, on, onChange }: ExitChoiceProps) {
  const t = useTexts();
  const words = useLookTexts();
  const exits = stepExits(useSession().store.index, from);
  if (exits.length < 2) return null;
  return (
    <label className="quick-add-exit">
      {t('paletteExit')}
      <Select
        size="small"
        className="grow"
        value={on ?? null}
        options={exits.map(({ name }) => ({ value: name, label: exitWords(words, { name, caption: undefined }) }))}
        onChange={(name) => name !== null && onChange(name)}
      />
    </label>
  );
}

/** The steps that the wish could be led to. */
function useStepEntries({ after, connects }: Wish, query: string): Entry[] {
  const words = useLookTexts();
  const { store } = useSession();
  if (!after || (!connects && query.trim() === '')) return [];
  const steps = store.get().steps.map((step): Entry => ({
    key: `→ ${step.id}`,
    group: 'steps',
    label: step.name ?? step.id,
    about: step.name === undefined ? words(`type.${step.type}`) : step.id,
    Icon: looks[step.type].Icon,
    step: step.id,
  }));
  return matching(steps, query).slice(0, MOST_STEPS);
}

/** Beside the pointer, and wholly in the window. */
function placeOf({ pointer }: Wish) {
  return {
    left: Math.max(8, Math.min(pointer.x, innerWidth - SIZE.width - 8)),
    top: Math.max(8, Math.min(pointer.y, innerHeight - SIZE.height - 8)),
    width: SIZE.width,
    maxHeight: SIZE.height,
  };
}
