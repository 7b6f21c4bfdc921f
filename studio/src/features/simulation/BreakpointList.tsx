import { Select, Typography } from 'antd';
import { useState, useSyncExternalStore } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { usePart } from '../inspector/document-hooks.ts';
import '../inspector/inspector.css';
import { stepTitle } from '../looks/step-title.ts';
import { useTexts as useLookTexts } from '../looks/texts.ts';
import type { BreakpointPlace } from '../scenarios/breakpoints.ts';
import type { OverlayStore } from '../scenarios/overlay.ts';
import { BreakpointRow } from './BreakpointRow.tsx';
import { useTexts } from './texts.ts';

interface BreakpointListProps {
  overlay: OverlayStore;
  /** The one whose condition is to be written. */
  asked: BreakpointPlace | null;
}

/** Where plays stop, in the order of the scenario, each with its condition. */
export function BreakpointList({ overlay, asked }: BreakpointListProps) {
  const t = useTexts();
  const words = useLookTexts();
  const { breakpoints } = useSyncExternalStore(overlay.subscribe, overlay.get);
  const { steps, flows } = usePart(({ scenario }) => scenario);
  // A scenario may have thousands of steps: they are listed when somebody looks for one.
  const [isOpen, setOpen] = useState(false);
  const offered = isOpen ? steps.filter(({ id }) => !breakpoints.steps.has(id)) : [];
  const rows = [
    ...steps.map(({ id }): BreakpointPlace => ({ table: 'steps', id })),
    ...flows.map(({ id }): BreakpointPlace => ({ table: 'flows', id })),
  ].filter(({ table, id }) => breakpoints[table].has(id));
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState title={t('noBreakpoints')}>{t('noBreakpointsText')}</EmptyState>
      ) : (
        <Typography.Paragraph type="secondary">{t('breakpointsHint')}</Typography.Paragraph>
      )}
      <ul className="breakpoints">
        {rows.map((place) => (
          <BreakpointRow
            key={`${place.table} ${place.id}`}
            place={place}
            overlay={overlay}
            asked={asked?.table === place.table && asked.id === place.id ? asked : null}
          />
        ))}
      </ul>
      <Select
        size="small"
        className="wide"
        aria-label={t('addBreakpoint')}
        placeholder={t('addBreakpoint')}
        value={null}
        showSearch={{ optionFilterProp: 'label' }}
        options={offered.map((step) => ({ value: step.id, label: `${stepTitle(words, step)} · ${step.id}` }))}
        onOpenChange={setOpen}
        onChange={(id: string | null) => id !== null && overlay.setBreakpoint({ table: 'steps', id }, {})}
      />
    </>
  );
}
