import type { LocalisedText, Problem } from '../../problem.ts';
import { shown } from '../../load/problems.ts';
import type { BpmnElement } from '../moddle.ts';
import { remarkTexts, type RemarkCode } from './remark-texts.ts';

/**
 * One thing that a BPMN file says and a scenario does not, or not in the same way. `element` is its id in the file, `kind` its type
 * in BPMN (`inclusiveGateway`). Errors mean that there is no scenario.
 */
export interface BpmnRemark {
  element: string;
  name: string;
  kind: string;
  code: string;
  severity: Problem['severity'];
  message: LocalisedText;
  hint: LocalisedText;
}

/** Notes a remark about an element; `value` is what the texts show. */
export type Note = (code: RemarkCode, element: BpmnElement | undefined, value?: string) => void;

const MOST = 1_000;

/** A report being written: at most 1,000 remarks. */
export function createReport(): { remarks: BpmnRemark[]; note: Note } {
  const remarks: BpmnRemark[] = [];
  return {
    remarks,
    note: (code, element, value) => {
      if (remarks.length < MOST) remarks.push(remark(code, element, value));
    },
  };
}

/** A problem of the finished scenario as a remark. */
export function remarkOf({ code, severity, place, message, hint }: Problem): BpmnRemark {
  return { element: place.step ?? '', name: place.path.join('.'), kind: 'scenario', code, severity, message, hint };
}

function remark(code: RemarkCode, element: BpmnElement | undefined, value?: string): BpmnRemark {
  const { severity, message, hint } = remarkTexts[code];
  const name = typeof element?.name === 'string' ? shown(element.name) : '';
  const kind = kindOf(element);
  const fill = (text: string) =>
    text.replaceAll(/\{(value|name)\}/g, (_, key) =>
      key === 'value' ? shown(value ?? '') : name || element?.id || kind,
    );
  return {
    element: element?.id ?? '',
    name,
    kind,
    code,
    severity,
    message: { en: fill(message.en), ru: fill(message.ru) },
    hint,
  };
}

function kindOf(element: BpmnElement | undefined): string {
  const type = element?.$type.replace(/^.*:/, '') ?? 'document';
  return type.charAt(0).toLowerCase() + type.slice(1);
}
