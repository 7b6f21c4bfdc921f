import { useSyncExternalStore } from 'react';
import { breakpointLook } from '../looks/breakpoint.ts';
import type { OverlayStore } from '../scenarios/overlay.ts';
import { useTexts } from './texts.ts';

/** Opens the list of breakpoints: their sign, and how many there are. */
export function BreakpointsLabel({ overlay }: { overlay: OverlayStore }) {
  const t = useTexts();
  const { steps, flows } = useSyncExternalStore(overlay.subscribe, () => overlay.get().breakpoints);
  const count = steps.size + flows.size;
  return (
    <span
      className="breakpoints-label"
      role="img"
      aria-label={t('breakpointCount', { count })}
      title={t('breakpoints')}
    >
      <i className={breakpointLook(count > 0 ? {} : { isOff: true })} />
      {count > 0 && count}
    </span>
  );
}
