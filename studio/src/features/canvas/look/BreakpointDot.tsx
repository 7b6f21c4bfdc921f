import type { Breakpoint } from '@scenarium/engine';
import { breakpointLook, breakpointWords } from '../../looks/breakpoint.ts';
import { useTexts as useLookTexts } from '../../looks/texts.ts';
import type { BreakpointPlace } from '../../scenarios/breakpoints.ts';
import { useSessionIfAny } from '../session.ts';

/** The breakpoint of a step or a flow; pressed it is shown beside the play. */
export function BreakpointDot({ table, id, breakpoint }: BreakpointPlace & { breakpoint: Breakpoint }) {
  const t = useLookTexts();
  const session = useSessionIfAny();
  const words = breakpointWords(t, breakpoint);
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${breakpointLook(breakpoint)} nodrag nopan`}
      aria-label={words}
      title={words}
      onClick={() => session?.showBreakpoint({ table, id })}
    />
  );
}
