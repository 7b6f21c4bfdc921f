import type { Connection } from 'bpmn-js/lib/model/Types';
import { getConnectionMid } from 'diagram-js/lib/layout/LayoutUtil';
import { getBBox } from 'diagram-js/lib/util/Elements';
import type { Problem } from '@scenarium/language';
import { inLanguage } from '../../../i18n/in-language.ts';
import { breakpointLook, breakpointWords } from '../../looks/breakpoint.ts';
import type { LookTexts } from '../../looks/texts.ts';
import type { BreakpointPlace } from '../../scenarios/breakpoints.ts';
import type { Overlay } from '../../scenarios/overlay.ts';
import type { Words } from '../texts.ts';
import type { Element, Shape, TypedModeler } from '../modeler/services.ts';
import { thingOf } from '../modeler/thing-of.ts';

const OURS = 'scenario-mark';
/** How wide the dot of a breakpoint is. */
const DOT = 16;
const WORST: Problem['severity'][] = ['error', 'warning', 'info'];

/** What is marked on the diagram. */
export interface Marks {
  overlay: Overlay;
  problems: readonly Problem[];
  /** The dot of one was pressed. */
  onBreakpoint(place: BreakpointPlace): void;
}

interface Texts {
  t: Words;
  /** How steps and exits are called. */
  words: LookTexts;
}

interface Position {
  top: number;
  left: number;
}

/** Paints marks of plays, problems, breakpoints and people on the diagram, instead of those it had. */
export function paintMarks(
  modeler: TypedModeler,
  { overlay, problems, onBreakpoint }: Marks,
  { t, words }: Texts,
): void {
  const canvas = modeler.get('canvas');
  const overlays = modeler.get('overlays');
  const registry = modeler.get('elementRegistry');
  overlays.remove({ type: OURS });
  const problemsOf = Map.groupBy(problems, ({ place }) => place.step);
  for (const element of registry.filter((one) => !(one as Element).labelTarget) as Shape[]) {
    const thing = thingOf(element);
    if (thing?.kind !== 'step' && thing?.kind !== 'flow') continue;
    const mark = (thing.kind === 'step' ? overlay.steps : overlay.flows).get(thing.id);
    for (const name of marked.get(element) ?? []) canvas.removeMarker(element, name);
    const names = mark ? [`mark-${mark}`] : [];
    for (const name of names) canvas.addMarker(element, name);
    marked.set(element, names);
    if (thing.kind === 'step') decorate(element, thing.id);
    else if (isConnection(element)) addBreakpoint(element.id, middleOf(element), { table: 'flows', id: thing.id });
  }

  function addBreakpoint(element: string, position: Position, place: BreakpointPlace): void {
    const breakpoint = overlay.breakpoints[place.table].get(place.id);
    if (!breakpoint) return;
    const html = dot(breakpointLook(breakpoint), '', breakpointWords(words, breakpoint));
    html.addEventListener('click', () => onBreakpoint(place));
    overlays.add(element, OURS, { position, html });
  }

  function decorate({ id, width }: Shape, step: string): void {
    const put = (position: Position, html: HTMLElement): void => void overlays.add(id, OURS, { position, html });
    const found = problemsOf.get(step) ?? [];
    const badge = overlay.badges.get(step);
    const person = overlay.others.get(step);
    const threads = overlay.threads.get(step);
    if (found.length > 0) put({ top: -9, left: width - 9 }, problemDot(found));
    addBreakpoint(id, { top: -DOT / 2, left: -DOT / 2 }, { table: 'steps', id: step });
    if (badge !== undefined) put({ top: -22, left: 0 }, dot('bpmn-badge', badge, badge));
    if (threads !== undefined)
      put({ top: 12, left: width - 11 }, threadsButton(step, t('openThreads', { count: threads }), threads));
    if (person !== undefined) put({ top: -22, left: 0 }, dot('bpmn-person', person, person));
  }
}

/** Where a dot at the middle of a connection lies, seen from the corner of the box around it. */
function middleOf(connection: Connection): Position {
  const middle = getConnectionMid(connection);
  const box = getBBox(connection);
  return { top: middle.y - box.y - DOT / 2, left: middle.x - box.x - DOT / 2 };
}

const marked = new WeakMap<Element, string[]>();

const isConnection = (element: Element): element is Connection => 'waypoints' in element;

function problemDot(found: readonly Problem[]): HTMLElement {
  const worst = WORST.find((severity) => found.some((problem) => problem.severity === severity));
  const words = found.map(({ message }) => inLanguage({ ...message })).join('\n');
  return dot(`bpmn-problem is-${worst}`, String(found.length), words);
}

/** Pressed, it shows what is said about a step: see `open-diagram.ts`. */
function threadsButton(step: string, title: string, count: number): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'bpmn-threads';
  button.textContent = String(count);
  button.title = title;
  button.setAttribute('aria-label', title);
  button.dataset['step'] = step;
  return button;
}

function dot(className: string, text: string, title: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  element.title = title;
  return element;
}
