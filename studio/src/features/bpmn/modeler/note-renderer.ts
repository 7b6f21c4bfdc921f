import { NOTE_COLORS } from '@scenarium/language';
import type BpmnRenderer from 'bpmn-js/lib/draw/BpmnRenderer';
import type TextRenderer from 'bpmn-js/lib/draw/TextRenderer';
import type EventBus from 'diagram-js/lib/core/EventBus';
import BaseRenderer from 'diagram-js/lib/draw/BaseRenderer';
import type { Element, ModdleElement, Shape } from './services.ts';

const BEFORE_BPMN = 1_500;
const PADDING = 8;
const SVG = 'http://www.w3.org/2000/svg';

/** Draws notes as sheets of their colour. */
export class NoteRenderer extends BaseRenderer {
  static $inject = ['eventBus', 'bpmnRenderer', 'textRenderer'];
  readonly #bpmn: BpmnRenderer;
  readonly #text: TextRenderer;

  constructor(eventBus: EventBus, bpmn: BpmnRenderer, text: TextRenderer) {
    super(eventBus, BEFORE_BPMN);
    this.#bpmn = bpmn;
    this.#text = text;
  }

  override canRender(element: Element): boolean {
    return element.type === 'bpmn:TextAnnotation';
  }

  override drawShape(parent: SVGElement, { businessObject, width, height }: Shape): SVGElement {
    const sheet = document.createElementNS(SVG, 'rect');
    sheet.setAttribute('width', String(width));
    sheet.setAttribute('height', String(height));
    sheet.setAttribute('rx', '4');
    sheet.setAttribute('class', `bpmn-note bpmn-note-${colorOf(businessObject)}`);
    const text = this.#text.createText(businessObject.text ?? '', {
      box: { width, height },
      // Its declarations know two of the alignments alone.
      align: 'left-top' as 'center-top',
      padding: PADDING,
    });
    text.classList.add('bpmn-note-text');
    parent.append(sheet, text);
    return sheet;
  }

  override getShapePath(shape: Shape): string {
    return this.#bpmn.getShapePath(shape);
  }
}

function colorOf({ extensionElements }: ModdleElement): string {
  const ours = extensionElements?.values.find(({ $type }: ModdleElement) => $type === 'scenarium:Note');
  const { color } = JSON.parse(ours?.data ?? '{}') as { color?: string };
  return NOTE_COLORS.find((one) => one === color) ?? NOTE_COLORS[0];
}
