import { DeleteOutlined } from '@ant-design/icons';
import type { Breakpoint } from '@scenarium/engine';
import { Button, Checkbox } from 'antd';
import { useEffect, useRef } from 'react';
import { done } from '../../document/index.ts';
import { usePart } from '../inspector/document-hooks.ts';
import { CodeField } from '../inspector/fields/CodeField.tsx';
import type { BreakpointPlace } from '../scenarios/breakpoints.ts';
import { useEditor } from '../scenarios/editor.ts';
import type { OverlayStore } from '../scenarios/overlay.ts';
import { useTexts } from './texts.ts';

interface BreakpointRowProps {
  place: BreakpointPlace;
  overlay: OverlayStore;
  /** Another object whenever its condition is to be written. */
  asked: BreakpointPlace | null;
}

/** One breakpoint: what it stands on, whether it stops, and while what is true. */
export function BreakpointRow({ place, overlay, asked }: BreakpointRowProps) {
  const t = useTexts();
  const row = useRef<HTMLLIElement>(null);
  const { goTo, show, selectFlows } = useEditor();
  const flow = usePart((index) => (place.table === 'flows' ? index.flow(place.id) : undefined));
  const [from, to] = [useStepName(flow?.from ?? place.id), useStepName(flow?.to ?? place.id)];
  const { condition, isOff }: Breakpoint = overlay.get().breakpoints[place.table].get(place.id) ?? {};
  const name = flow ? t('flowName', { from, to }) : from;
  useEffect(() => {
    if (!asked) return;
    // The tab may be opened by the same press.
    const frame = requestAnimationFrame(() => row.current?.querySelector<HTMLElement>('.cm-content')?.focus());
    return () => cancelAnimationFrame(frame);
  }, [asked]);

  const set = (breakpoint: Breakpoint | undefined): void => overlay.setBreakpoint(place, breakpoint);
  function visit(): void {
    if (!flow) return goTo(place.id);
    selectFlows([flow.id]);
    show(flow.from);
  }

  return (
    <li ref={row} aria-label={name}>
      <div className="row">
        <Checkbox
          aria-label={`${t('breakpointIsOn')}: ${name}`}
          checked={!isOff}
          onChange={({ target }) =>
            set({ ...(condition !== undefined && { condition }), ...(!target.checked && { isOff: true }) })
          }
        />
        <Button type="link" size="small" className="grow" onClick={visit}>
          {name}
        </Button>
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined />}
          aria-label={`${t('removeBreakpoint')}: ${name}`}
          onClick={() => set(undefined)}
        />
      </div>
      <CodeField
        language="expression"
        expected="boolean"
        label={t('breakpointCondition')}
        placeholder={t('breakpointAlways')}
        readOnly={false}
        value={condition ?? ''}
        write={(text) => {
          set({ ...(text !== '' && { condition: text }), ...(isOff && { isOff }) });
          return done();
        }}
      />
    </li>
  );
}

/** Its name, or its id: many a step has no name. */
const useStepName = (id: string): string => usePart((index) => index.step(id)?.name) ?? id;
