import TextRenderer, { type TextRendererConfig } from 'bpmn-js/lib/draw/TextRenderer';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type { Shape } from './services.ts';

type Options = NonNullable<Parameters<TextRenderer['createText']>[1]>;

/** What the sign of a step's type takes of its shape: at the top, or at the bottom of a step that calls another scenario. */
const SIGN = 20;
const PADDING = 5;
const BEFORE_ALL = 3_000;

/** Writes names into steps beside the signs of their types, as much of them as there is room for. */
export class StepText extends TextRenderer {
  static override $inject = ['config.textRenderer', 'eventBus'];

  constructor(config: TextRendererConfig | undefined, bus: EventBus) {
    super(config);
    // Who asks for a text tells the size alone of what it is for.
    let shape: Shape | undefined;
    bus.on('render.shape', BEFORE_ALL, ({ element }: { element: Shape }) => void (shape = element));
    const write = this.createText;
    this.createText = (text, options = {}) => {
      if (!shape || shape.labelTarget || shape.businessObject?.$instanceOf('bpmn:Activity') !== true)
        return write(text, options);
      return this.#writeIn(shape, text, options, write);
    };
  }

  #writeIn(
    { type, width, height }: Shape,
    text: string,
    options: Options,
    write: TextRenderer['createText'],
  ): SVGElement {
    const heightOf = (some: string): number => this.getDimensions(some, options).height;
    // In the middle two lines are clear of it.
    if (heightOf(text) <= height - 2 * (SIGN + PADDING)) return write(text, options);
    const room = { width, height: height - SIGN };
    const short = shortened(text, (some) => heightOf(some) <= room.height - PADDING);
    const written = write(short, { ...options, box: room });
    if (type !== 'bpmn:CallActivity') written.setAttribute('transform', `translate(0 ${SIGN - PADDING})`);
    return written;
  }
}

/** The longest beginning that fits, by whole words where there are any. */
function shortened(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  const parts = text.split(/(?<=\s)/);
  for (let count = parts.length - 1; count > 0; count -= 1) {
    const beginning = `${parts.slice(0, count).join('').trim()}…`;
    if (fits(beginning)) return beginning;
  }
  return `${text.slice(0, 12)}…`;
}
