import type { Problem } from '@scenarium/language';
import { inLanguage } from '../../../i18n/in-language.ts';
import type { Overlay } from '../../scenarios/overlay.ts';
import type { Element, Shape, TypedModeler } from '../modeler/services.ts';
import { thingOf } from '../modeler/thing-of.ts';
import type { Words } from '../texts.ts';

const OURS = 'scenario-mark';
const WORST: Problem['severity'][] = ['error', 'warning', 'info'];

/** What is marked on the diagram. */
export interface Marks {
  overlay: Overlay;
  problems: readonly Problem[];
}

/** Paints marks of plays, problems, breakpoints and people on the diagram, instead of those it had. */
export function paintMarks(modeler: TypedModeler, { overlay, problems }: Marks, t: Words): void {
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
  }

  function decorate({ id, width }: Shape, step: string): void {
    const put = (position: { top: number; left: number }, html: HTMLElement): void =>
      void overlays.add(id, OURS, { position, html });
    const found = problemsOf.get(step) ?? [];
    const badge = overlay.badges.get(step);
    const person = overlay.others.get(step);
    const threads = overlay.threads.get(step);
    if (found.length > 0) put({ top: -9, left: width - 9 }, problemDot(found));
    if (overlay.breakpoints.has(step)) put({ top: -7, left: -7 }, dot('bpmn-breakpoint', '', t('breakpoint')));
    if (badge !== undefined) put({ top: -22, left: 0 }, dot('bpmn-badge', badge, badge));
    if (threads !== undefined)
      put({ top: 12, left: width - 11 }, threadsButton(step, t('openThreads', { count: threads }), threads));
    if (person !== undefined) put({ top: -22, left: 0 }, dot('bpmn-person', person, person));
  }
}

const marked = new WeakMap<Element, string[]>();

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
