import type { StepType } from '@scenarium/language';
import type { PopupMenuEntries } from 'diagram-js/lib/features/popup-menu/PopupMenuProvider';
import { kinds, stepTypes } from './kinds.ts';
import type { Element, Injector } from './services.ts';
import type { Setting } from './setting.ts';
import { stepOf } from './thing-of.ts';

export const TYPE_MENU = 'scenario-type';

/** The menu that makes a step one of another type. */
export class TypeMenu {
  static $inject = ['injector', 'setting'];
  readonly #setting: Setting;

  constructor(injector: Injector, setting: Setting) {
    this.#setting = setting;
    injector.get('popupMenu').registerProvider(TYPE_MENU, this);
  }

  getPopupMenuEntries(element: Element): PopupMenuEntries {
    const { nameOf, changeType } = this.#setting;
    const step = stepOf(element);
    if (step === undefined) return {};
    const entry = (type: StepType) => ({
      label: nameOf(type),
      className: `bpmn-icon-${kinds[type].icon}`,
      action: () => changeType(step, type),
    });
    return Object.fromEntries(stepTypes.map((type) => [type, entry(type)]));
  }
}
