import type { Connection } from 'bpmn-js/lib/model/Types';
import { getConnectionMid } from 'diagram-js/lib/layout/LayoutUtil';
import { getBBox } from 'diagram-js/lib/util/Elements';
import type { Breakpoint } from '@scenarium/engine';
import { breakpointLook, breakpointWords } from '../../looks/breakpoint.ts';
import type { LookTexts } from '../../looks/texts.ts';
import type { Element, TypedModeler } from '../modeler/services.ts';

const OURS = 'scenario-breakpoint';
/** How wide the dot is. */
const DOT = 16;

interface Wanted {
  breakpoint: Breakpoint | undefined;
  words: LookTexts;
  onPress(): void;
}

const painted = new WeakMap<Element, string>();

/** Paints the dot of a breakpoint on a step or at the middle of a flow, or takes it away; one that is there already stays. */
export function paintBreakpoint(modeler: TypedModeler, element: Element, { breakpoint, words, onPress }: Wanted): void {
  const title = breakpoint && breakpointWords(words, breakpoint);
  const position = placeOf(element);
  const wanted = breakpoint ? JSON.stringify([title, position]) : '';
  if ((painted.get(element) ?? '') === wanted) return;
  painted.set(element, wanted);
  const overlays = modeler.get('overlays');
  overlays.remove({ element, type: OURS });
  if (!breakpoint) return;
  const html = Object.assign(document.createElement('span'), { className: breakpointLook(breakpoint), title });
  html.addEventListener('click', onPress);
  overlays.add(element.id, OURS, { position, html });
}

/** Where the dot lies, seen from the corner of the element or of the box around a connection. */
function placeOf(element: Element): { top: number; left: number } {
  if (!('waypoints' in element)) return { top: -DOT / 2, left: -DOT / 2 };
  const middle = getConnectionMid(element as Connection);
  const box = getBBox(element as Connection);
  return { top: middle.y - box.y - DOT / 2, left: middle.x - box.x - DOT / 2 };
}
