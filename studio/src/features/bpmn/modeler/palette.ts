import type { StepType } from '@scenarium/language';
import type { PaletteEntries, PaletteEntry } from 'diagram-js/lib/features/palette/PaletteProvider';
import type { Point } from '../../../document/index.ts';
import { kinds, stepTypes } from './kinds.ts';
import { newNote, newStep, newTrigger } from './new-shape.ts';
import type { Injector, Services, Shape } from './services.ts';
import type { Setting } from './setting.ts';
import { stepOf } from './thing-of.ts';

/** The palette: tools, and what a scenario can be drawn with. */
export class ScenarioPalette {
  static $inject = ['injector', 'setting'];
  readonly #injector: Injector;
  readonly #setting: Setting;

  constructor(injector: Injector, setting: Setting) {
    this.#injector = injector;
    this.#setting = setting;
    if (!setting.readOnly) injector.get('palette').registerProvider(this);
    injector.get('eventBus').on('palette.create', ({ container }: { container: HTMLElement }) => operable(container));
  }

  getPaletteEntries(): PaletteEntries {
    const { t } = this.#setting;
    const entries: PaletteEntries = {
      hand: this.#tool('hand-tool', t('hand'), ({ handTool }, event) => handTool.activateHand(event)),
      lasso: this.#tool('lasso-tool', t('lasso'), ({ lassoTool }, event) =>
        lassoTool.activateSelection(event as MouseEvent, false),
      ),
      space: this.#tool('space-tool', t('space'), ({ spaceTool }, event) =>
        spaceTool.activateSelection(event as MouseEvent, false, false),
      ),
      connect: this.#tool('connection-multi', t('connectTool'), ({ globalConnect }, event) =>
        globalConnect.start(event, false),
      ),
      start: this.#shape('start-event-message', 'begin', t('start'), () => newTrigger(this.#injector)),
      note: this.#shape('text-annotation', 'begin', t('note'), () => newNote(this.#injector)),
    };
    for (const type of stepTypes) entries[type] = this.#step(type);
    return entries;
  }

  #step(type: StepType): PaletteEntry {
    const { icon, group } = kinds[type];
    return this.#shape(icon, group, this.#setting.nameOf(type), () => newStep(this.#injector, type));
  }

  #shape(icon: string, group: string, title: string, make: () => Shape): PaletteEntry {
    const drag = (event: Event): void => this.#injector.get('create').start(event as MouseEvent, make());
    return {
      group,
      className: `bpmn-icon-${icon}`,
      title,
      action: { dragstart: drag, click: (event) => (isByKey(event) ? place(this.#injector, make()) : drag(event)) },
    };
  }

  #tool(icon: string, title: string, activate: (services: Services, event: Event) => void): PaletteEntry {
    const services = new Proxy({} as Services, { get: (_, name) => this.#injector.get(name as keyof Services) });
    const click = (event: Event): void => activate(services, event);
    return { group: 'tools', className: `bpmn-icon-${icon}`, title, action: { click } };
  }
}

const STEP = 20;

const isByKey = (event: Event): boolean => (event as MouseEvent).detail === 0;

/** Without a pointer, a shape comes after the selected one, else into the middle of what is seen. */
function place(injector: Injector, shape: Shape): void {
  const canvas = injector.get('canvas');
  const [selected] = injector.get('selection').get() as Shape[];
  const isStep = shape.type !== 'bpmn:StartEvent' && shape.type !== 'bpmn:TextAnnotation';
  if (
    isStep &&
    selected &&
    stepOf(selected) !== undefined &&
    selected.type !== 'bpmn:EndEvent' &&
    !selected.labelTarget
  )
    return void injector.get('autoPlace').append(selected, shape);
  const { x, y, width, height } = canvas.viewbox();
  const at = { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
  const shapes = injector.get('elementRegistry').filter((one) => 'width' in one) as Shape[];
  while (shapes.some((one) => covers(one, at, shape))) at.y += STEP;
  const made = injector.get('modeling').createShape(shape, at, canvas.getRootElement() as Shape);
  injector.get('selection').select(made);
  injector.get('directEditing').activate(made as Shape);
}

/** Would a shape in the middle of `at` lie over another one? */
function covers(other: Shape, at: Point, { width, height }: Shape): boolean {
  return (
    Math.abs(other.x + other.width / 2 - at.x) < (other.width + width) / 2 &&
    Math.abs(other.y + other.height / 2 - at.y) < (other.height + height) / 2
  );
}

/** Entries can be reached and pressed without a pointer. */
function operable(container: HTMLElement): void {
  const reach = (): void => {
    for (const entry of container.querySelectorAll<HTMLElement>('.entry')) {
      entry.tabIndex = 0;
      entry.title ||= entry.getAttribute('aria-label') ?? '';
    }
  };
  new MutationObserver(reach).observe(container, { childList: true, subtree: true });
  reach();
  container.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    (event.target as HTMLElement).click();
  });
}
