import type { StepType } from '@scenarium/language';
import type { ContextPadEntries, ContextPadEntry } from 'diagram-js/lib/features/context-pad/ContextPadProvider';
import { kinds } from './kinds.ts';
import { newStep } from './new-shape.ts';
import type { Element, Injector, Shape } from './services.ts';
import type { Setting } from './setting.ts';

const FOLLOWING: StepType[] = ['message', 'ask', 'condition', 'action', 'end'];

/** The buttons beside what is selected: steps that may follow, a connection, deletion. */
export class ScenarioContextPad {
  static $inject = ['injector', 'setting'];
  readonly #injector: Injector;
  readonly #setting: Setting;

  constructor(injector: Injector, setting: Setting) {
    this.#injector = injector;
    this.#setting = setting;
    if (!setting.readOnly) injector.get('contextPad').registerProvider(this);
  }

  getContextPadEntries(element: Element): ContextPadEntries {
    const remove = { delete: this.#remove(() => [element]) };
    if (element.labelTarget || element.waypoints || element.type === 'bpmn:BoundaryEvent') return remove;
    if (element.type === 'bpmn:EndEvent') return remove;
    return { ...this.#following(), connect: this.#connect(), ...remove };
  }

  getMultiElementContextPadEntries(elements: Element[]): ContextPadEntries {
    return { delete: this.#remove(() => elements) };
  }

  #following(): ContextPadEntries {
    return Object.fromEntries(FOLLOWING.map((type) => [`append.${type}`, this.#append(type)]));
  }

  #append(type: StepType): ContextPadEntry {
    const { t } = this.#setting;
    return {
      group: 'model',
      className: `bpmn-icon-${kinds[type].icon}`,
      title: t('append', { step: t(`step_${type}`) }),
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

  #remove(what: () => Element[]): ContextPadEntry {
    const click = (): void => this.#injector.get('modeling').removeElements([...what()]);
    return { group: 'edit', className: 'bpmn-icon-trash', title: this.#setting.t('remove'), action: { click } };
  }
}
