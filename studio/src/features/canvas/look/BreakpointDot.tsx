import { useCallback } from 'react';
import { breakpointLook, breakpointWords } from '../../looks/breakpoint.ts';
import { useTexts as useLookTexts } from '../../looks/texts.ts';
import type { BreakpointPlace } from '../../scenarios/breakpoints.ts';
import { useSessionIfAny } from '../session.ts';
import { useMarks } from './marks.ts';

/** The breakpoint of a step or a flow, or nothing; pressed it is shown beside the play. */
export function BreakpointDot({ table, id }: BreakpointPlace) {
  const t = useLookTexts();
  const session = useSessionIfAny();
  const breakpoint = useMarks(useCallback(({ breakpoints }) => breakpoints[table].get(id), [table, id]));
  if (!breakpoint) return null;
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
