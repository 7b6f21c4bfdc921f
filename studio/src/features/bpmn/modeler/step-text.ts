import TextRenderer, { type TextRendererConfig } from 'bpmn-js/lib/draw/TextRenderer';
import type { Element } from './services.ts';

type Options = NonNullable<Parameters<TextRenderer['createText']>[1]>;

/** What the sign of a step's type takes of its shape: at the top, or at the bottom of a step that calls another scenario. */
const SIGN = 20;
const PADDING = 5;

/** Writes names into steps beside the signs of their types, as much of them as there is room for. */
export class StepText extends TextRenderer {
  static override $inject = ['config.textRenderer'];

  constructor(config?: TextRendererConfig) {
    super(config);
    const write = this.createText;
    this.createText = (text, options = {}) => {
      const { box } = options as { box?: Element & { width: number; height: number } };
      if (!box || box.labelTarget || box.businessObject?.$instanceOf('bpmn:Activity') !== true) return write(text, options);
      const { width, height } = box;
      const heightOf = (some: string): number => this.getDimensions(some, { ...options, box: { width, height } }).height;
      // Two lines in the middle are clear of it.
      if (heightOf(text) <= height - 2 * (SIGN + PADDING)) return write(text, options);
      const room = { width, height: height - SIGN };
      const short = shortened(text, (some) => heightOf(some) <= room.height - PADDING);
      const written = write(short, { ...options, box: room } as Options);
      if (box.type !== 'bpmn:CallActivity') written.setAttribute('transform', `translate(0 ${SIGN})`);
      return written;
    };
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
