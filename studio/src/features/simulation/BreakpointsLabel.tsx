import { useSyncExternalStore } from 'react';
import { breakpointLook } from '../looks/breakpoint.ts';
import type { OverlayStore } from '../scenarios/overlay.ts';
import { useTexts } from './texts.ts';

/** Opens the list of breakpoints: their sign, empty while there are none. */
export function BreakpointsLabel({ overlay }: { overlay: OverlayStore }) {
  const t = useTexts();
  const { steps, flows } = useSyncExternalStore(overlay.subscribe, () => overlay.get().breakpoints);
  const isEmpty = steps.size + flows.size === 0;
  return (
    <span className="breakpoints-label" role="img" aria-label={t('breakpoints')} title={t('breakpoints')}>
      <i className={breakpointLook(isEmpty ? { isOff: true } : {})} />
    </span>
  );
}
