import type { StepType } from '@scenarium/language';
import type ContextPadProvider from 'diagram-js/lib/features/context-pad/ContextPadProvider';
import type { ContextPadEntries, ContextPadEntry } from 'diagram-js/lib/features/context-pad/ContextPadProvider';
import { kinds } from './kinds.ts';
import { newStep } from './new-shape.ts';
import type { Element, Injector, Shape } from './services.ts';
import type { Setting } from './setting.ts';
import { stepOf, type Thing } from './thing-of.ts';
import { thingsIn } from './things-in.ts';
import { TYPE_MENU } from './type-menu.ts';

const MENU = { width: 280 };
const FOLLOWING: StepType[] = ['message', 'ask', 'condition', 'action', 'end'];

/** The buttons beside what is selected: steps that may follow, a connection, deletion. */
export class ScenarioContextPad {
  static $inject = ['injector', 'setting'];
  readonly #injector: Injector;
  readonly #setting: Setting;

  constructor(injector: Injector, setting: Setting) {
    this.#injector = injector;
    this.#setting = setting;
    if (!setting.readOnly) injector.get('contextPad').registerProvider(this as unknown as ContextPadProvider);
  }

  getContextPadEntries(element: Element): ContextPadEntries {
    const things = thingsIn([element]);
    if (things.length === 0) return {};
    const remove = { delete: this.#remove(things) };
    if (element.labelTarget || stepOf(element) === undefined) return remove;
    const replace = { replace: this.#replace() };
    const play = this.#play(stepOf(element) as string);
    if (element.type === 'bpmn:EndEvent') return { ...play, ...replace, ...remove };
    return { ...this.#following(), connect: this.#connect(), ...replace, ...remove, ...play };
  }

  getMultiElementContextPadEntries(elements: Element[]): ContextPadEntries {
    return { delete: this.#remove(thingsIn(elements)) };
  }

  #following(): ContextPadEntries {
    return Object.fromEntries(FOLLOWING.map((type) => [`append.${type}`, this.#append(type)]));
  }

  #append(type: StepType): ContextPadEntry {
    const { t, nameOf } = this.#setting;
    return {
      group: 'model',
      className: `bpmn-icon-${kinds[type].icon}`,
      title: t('append', { step: nameOf(type) }),
      action: {
        click: (_, element) => void this.#injector.get('autoPlace').append(element as Shape, this.#shape(type)),
        dragstart: (event, element) =>
          this.#injector.get('create').start(event as MouseEvent, this.#shape(type), { source: element as Shape }),
      },
    };
  }

  #shape(type: StepType): Shape {
    return newStep(this.#injector, type);
  }

  #connect(): ContextPadEntry {
    const start = (event: Event, element: unknown): void =>
      this.#injector.get('connect').start(event as MouseEvent, element as Shape);
    return {
      group: 'connect',
      className: 'bpmn-icon-connection-multi',
      title: this.#setting.t('connect'),
      action: { click: start, dragstart: start },
    };
  }

  #replace(): ContextPadEntry {
    const click = (_: Event, element: unknown): void => {
      const canvas = this.#injector.get('canvas');
      const { left, top } = canvas.getContainer().getBoundingClientRect();
      const { x, y, width } = canvas.getAbsoluteBBox(element as Shape);
      this.#injector.get('popupMenu').open(element as Shape, TYPE_MENU, { x: left + x + width, y: top + y }, MENU);
    };
    return {
      group: 'edit',
      className: 'bpmn-icon-screw-wrench',
      title: this.#setting.t('changeType'),
      action: { click },
    };
  }

  #play(step: string): ContextPadEntries {
    const { t, playFrom, toggleBreakpoints, comment } = this.#setting;
    const entry = (name: 'playFrom' | 'breakpoint' | 'comment', click: () => void): ContextPadEntry => ({
      group: 'play',
      className: `bpmn-pad-${name}`,
      title: t(name),
      action: { click },
    });
    return {
      playFrom: entry('playFrom', () => playFrom(step)),
      breakpoint: entry('breakpoint', () => toggleBreakpoints([step])),
      comment: entry('comment', comment),
    };
  }

  #remove(things: readonly Thing[]): ContextPadEntry {
    const click = (): void => this.#setting.remove(things);
    return { group: 'edit', className: 'bpmn-icon-trash', title: this.#setting.t('remove'), action: { click } };
  }
}
