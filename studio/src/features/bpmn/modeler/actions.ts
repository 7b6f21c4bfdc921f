import { nearestStep, type Direction, type Positions } from '../../../document/index.ts';
import { fit } from './fit.ts';
import type { Element, Injector, Shape } from './services.ts';
import type { Setting } from './setting.ts';
import { stepOf, thingOf, type Thing } from './thing-of.ts';
import { thingsIn } from './things-in.ts';

const ARROWS: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

interface KeyContext {
  keyEvent: KeyboardEvent;
  stopPropagation(): void;
}

/** Undo and redo are the document's; Ctrl+1 shows everything, Shift+1 at its size, Alt+arrow goes to the nearest step, F2 renames, Enter goes to the fields; F9 and Ctrl+Enter set breakpoints and play; Ctrl+Alt+M comments. */
export class ScenarioActions {
  static $inject = ['injector', 'setting'];
  readonly #injector: Injector;
  readonly #setting: Setting;

  constructor(injector: Injector, setting: Setting) {
    const { undo, redo, remove, duplicate } = setting;
    this.#injector = injector;
    this.#setting = setting;
    const actions = injector.get('editorActions');
    const selected = (): Thing[] => thingsIn(injector.get('selection').get() as Element[]);
    const replace = (name: string, act: () => void): void => {
      if (actions.isRegistered(name)) actions.unregister(name);
      actions.register({ [name]: act });
    };
    injector.get('eventBus').on('diagram.init', 1, () => {
      replace('undo', undo);
      replace('redo', redo);
      replace('removeSelection', () => remove(selected()));
      replace('duplicate', () => duplicate(selected()));
    });
    // A step's name is written where it is double-clicked, a note's text too; what else there is to set stands beside.
    injector.get('eventBus').on('element.dblclick', 4_000, ({ element }: { element: Element }) => {
      if (thingOf(element)?.kind === 'flow') setting.edit();
      else setting.showFields();
    });
    injector.get('eventBus').on('keyboard.keydown', 2_000, (context: KeyContext) => {
      // The clipboard belongs to the page: what is copied here can be pasted in every view.
      if (isClipboard(context.keyEvent)) return void context.stopPropagation();
      return this.#press(context.keyEvent);
    });
  }

  #press(event: KeyboardEvent): true | undefined {
    const canvas = this.#injector.get('canvas');
    const cmd = event.ctrlKey || event.metaKey;
    if (event.code === 'Digit1' && cmd) fit(canvas);
    else if (event.code === 'Digit1' && event.shiftKey) canvas.zoom(1);
    else if (event.altKey && ARROWS[event.key]) this.#walk(ARROWS[event.key] as Direction);
    else if (event.key === 'F2' && !this.#setting.readOnly) this.#rename();
    else if (event.code === 'KeyM' && cmd && event.altKey) this.#setting.comment();
    else if (event.key === 'F9') this.#setting.toggleBreakpoints(this.#steps());
    else if (event.key === 'Enter' && cmd) this.#play();
    else if (event.key === 'Enter' || event.key === 'F6') this.#setting.edit();
    else return undefined;
    return true;
  }

  #walk(direction: Direction): void {
    const registry = this.#injector.get('elementRegistry');
    const selection = this.#injector.get('selection');
    const shapes = registry.filter((one) => isStep(one as Element)) as Shape[];
    const places: Positions = Object.fromEntries(
      shapes.map(({ id, x, y, width, height }) => [id, { x: x + width / 2, y: y + height / 2 }]),
    );
    const [from] = selection.get() as Element[];
    const next = from ? nearestStep(places, from.id, direction) : shapes[0]?.id;
    if (next === undefined) return;
    const shape = registry.get(next) as Shape;
    selection.select(shape);
    this.#injector.get('canvas').scrollToElement(shape);
  }

  #steps(): string[] {
    return (this.#injector.get('selection').get() as Element[]).flatMap((element) => stepOf(element) ?? []);
  }

  #play(): void {
    const [step, ...others] = this.#steps();
    if (step !== undefined && others.length === 0) this.#setting.playFrom(step);
  }

  #rename(): void {
    const [element] = this.#injector.get('selection').get() as Element[];
    if (element) this.#injector.get('directEditing').activate(element);
  }
}

function isClipboard({ ctrlKey, metaKey, code }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && ['KeyC', 'KeyX', 'KeyV'].includes(code);
}

function isStep({ parent, labelTarget, waypoints }: Element): boolean {
  return parent !== undefined && !labelTarget && !waypoints;
}
