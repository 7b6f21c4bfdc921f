import type { Problem } from '@scenarium/language';
import { inLanguage } from '../../../i18n/in-language.ts';
import type { Mark, Overlay } from '../../scenarios/overlay.ts';
import { READABLE } from '../modeler/level-of-detail.ts';
import type { Element, Shape, TypedModeler } from '../modeler/services.ts';
import { thingOf } from '../modeler/thing-of.ts';
import type { Words } from '../texts.ts';

const OURS = 'scenario-mark';
const ABOVE = { top: -22, left: 0 };
const WORST: Problem['severity'][] = ['error', 'warning', 'info'];

/** What is marked on the diagram. */
export interface Marks {
  overlay: Overlay;
  problems: readonly Problem[];
}

/** Paints marks of plays, problems, breakpoints and people on the diagram, instead of those it had; what is marked already stays. */
export function paintMarks(modeler: TypedModeler, { overlay, problems }: Marks, t: Words): void {
  const problemsOf = Map.groupBy(problems, ({ place }) => place.step);
  for (const element of modeler.get('elementRegistry').filter((one) => !(one as Element).labelTarget) as Shape[]) {
    const thing = thingOf(element);
    if (thing?.kind === 'step') {
      mark(modeler, element, overlay.steps.get(thing.id));
      decorate(modeler, element, dotsAt(thing.id, { overlay, problems: problemsOf.get(thing.id) ?? [] }, t));
    }
    if (thing?.kind === 'flow') mark(modeler, element, overlay.flows.get(thing.id));
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
  className: string;
  text: string;
  title: string;
  at: 'problem' | 'breakpoint' | 'above';
}

function dotsAt(step: string, { overlay, problems }: Marks, t: Words): Dot[] {
  const badge = overlay.badges.get(step);
  const person = overlay.others.get(step);
  return [
    ...(problems.length > 0 ? [problemDot(problems)] : []),
    ...(overlay.breakpoints.has(step)
      ? [{ className: 'bpmn-breakpoint', text: '', title: t('breakpoint'), at: 'breakpoint' as const }]
      : []),
    ...(badge === undefined ? [] : [{ className: 'bpmn-badge', text: badge, title: badge, at: 'above' as const }]),
    ...(person === undefined ? [] : [{ className: 'bpmn-person', text: person, title: person, at: 'above' as const }]),
  ];
}

const dotted = new WeakMap<Element, string>();

function decorate(modeler: TypedModeler, element: Shape, dots: readonly Dot[]): void {
  const wanted = dots.length > 0 ? JSON.stringify(dots) : '';
  if ((dotted.get(element) ?? '') === wanted) return;
  dotted.set(element, wanted);
  const overlays = modeler.get('overlays');
  overlays.remove({ element, type: OURS });
  const positions = { problem: { top: -9, left: element.width - 9 }, breakpoint: { top: -7, left: -7 }, above: ABOVE };
  for (const { at, ...dot } of dots)
    overlays.add(element.id, OURS, { position: positions[at], html: drawn(dot), show: { minZoom: READABLE } });
}

function problemDot(found: readonly Problem[]): Dot {
  const worst = WORST.find((severity) => found.some((problem) => problem.severity === severity));
  const title = found.map(({ message }) => inLanguage({ ...message })).join('\n');
  return { className: `bpmn-problem is-${worst}`, text: String(found.length), title, at: 'problem' };
}

function drawn({ className, text, title }: Omit<Dot, 'at'>): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  element.title = title;
  return element;
}
