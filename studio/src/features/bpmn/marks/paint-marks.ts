import type { Problem } from '@scenarium/language';
import { inLanguage } from '../../../i18n/in-language.ts';
import type { LookTexts } from '../../looks/texts.ts';
import type { BreakpointPlace } from '../../scenarios/breakpoints.ts';
import type { Mark, Overlay } from '../../scenarios/overlay.ts';
import { READABLE } from '../modeler/level-of-detail.ts';
import type { Element, Shape, TypedModeler } from '../modeler/services.ts';
import { thingOf } from '../modeler/thing-of.ts';
import type { Words } from '../texts.ts';
import { paintBreakpoint } from './paint-breakpoint.ts';

const OURS = 'scenario-mark';
const WORST: Problem['severity'][] = ['error', 'warning', 'info'];

/** What is marked on the diagram. */
export interface Marks {
  overlay: Overlay;
  problems: readonly Problem[];
}

interface Around {
  t: Words;
  /** How steps and exits are called. */
  words: LookTexts;
  /** The dot of a breakpoint was pressed. */
  onBreakpoint(place: BreakpointPlace): void;
}

/** Paints marks of plays, problems, breakpoints and people on the diagram, instead of those it had; what is marked already stays. */
export function paintMarks(
  modeler: TypedModeler,
  { overlay, problems }: Marks,
  { t, words, onBreakpoint }: Around,
): void {
  const problemsOf = Map.groupBy(problems, ({ place }) => place.step);
  for (const element of modeler.get('elementRegistry').filter((one) => !(one as Element).labelTarget) as Shape[]) {
    const thing = thingOf(element);
    if (thing?.kind === 'step') {
      mark(modeler, element, overlay.steps.get(thing.id));
      decorate(modeler, element, dotsAt(thing.id, { overlay, problems: problemsOf.get(thing.id) ?? [] }, t));
    }
    if (thing?.kind === 'flow') mark(modeler, element, overlay.flows.get(thing.id));
    if (thing?.kind !== 'step' && thing?.kind !== 'flow') continue;
    const place: BreakpointPlace = { table: thing.kind === 'step' ? 'steps' : 'flows', id: thing.id };
    const breakpoint = overlay.breakpoints[place.table].get(place.id);
    paintBreakpoint(modeler, element, { breakpoint, words, onPress: () => onBreakpoint(place) });
  }
}

const marked = new WeakMap<Element, Mark>();

function mark(modeler: TypedModeler, element: Shape, wanted: Mark | undefined): void {
  const had = marked.get(element);
  if (had === wanted) return;
  const canvas = modeler.get('canvas');
  if (had) canvas.removeMarker(element, `mark-${had}`);
  if (wanted) canvas.addMarker(element, `mark-${wanted}`);
  if (wanted) marked.set(element, wanted);
  else marked.delete(element);
}

interface Dot {
  kind: 'problem' | 'badge' | 'threads' | 'person';
  className?: string;
  text: string;
  title: string;
  /** Pressed, it shows what is said about this step: see `open-diagram.ts`. */
  step?: string;
}

const PLACES: Record<Dot['kind'], (width: number) => { top: number; left: number }> = {
  problem: (width) => ({ top: -9, left: width - 9 }),
  badge: () => ({ top: -22, left: 0 }),
  threads: (width) => ({ top: 12, left: width - 11 }),
  person: () => ({ top: -22, left: 0 }),
};

function dotsAt(step: string, { overlay, problems }: Marks, t: Words): Dot[] {
  const { badges, others, threads } = overlay;
  const dots: Dot[] = [];
  const [badge, count, person] = [badges.get(step), threads.get(step), others.get(step)];
  if (problems.length > 0) dots.push(problemDot(problems));
  if (badge !== undefined) dots.push({ kind: 'badge', text: badge, title: badge });
  if (count !== undefined)
    dots.push({
      kind: 'threads',
      className: 'threads-badge',
      text: String(count),
      title: t('openThreads', { count }),
      step,
    });
  if (person !== undefined) dots.push({ kind: 'person', text: person, title: person });
  return dots;
}

const dotted = new WeakMap<Element, string>();

function decorate(modeler: TypedModeler, element: Shape, dots: readonly Dot[]): void {
  const wanted = dots.length > 0 ? JSON.stringify(dots) : '';
  if ((dotted.get(element) ?? '') === wanted) return;
  dotted.set(element, wanted);
  const overlays = modeler.get('overlays');
  overlays.remove({ element, type: OURS });
  for (const dot of dots)
    overlays.add(element.id, OURS, {
      position: PLACES[dot.kind](element.width),
      html: drawn(dot),
      show: { minZoom: READABLE },
    });
}

function problemDot(found: readonly Problem[]): Dot {
  const worst = WORST.find((severity) => found.some((problem) => problem.severity === severity));
  const title = found.map(({ message }) => inLanguage({ ...message })).join('\n');
  return { kind: 'problem', className: `is-${worst}`, text: String(found.length), title };
}

function drawn({ kind, className = '', text, title, step }: Dot): HTMLElement {
  const element = document.createElement(step === undefined ? 'span' : 'button');
  element.className = `bpmn-${kind} ${className}`.trim();
  element.textContent = text;
  element.title = title;
  if (step === undefined) return element;
  element.setAttribute('aria-label', title);
  element.dataset['step'] = step;
  return Object.assign(element, { type: 'button' });
}
