import { shown } from '../load/problems.ts';
import type { LocalisedText, Problem } from '../problem.ts';
import { remarkTexts, type RemarkCode } from './remark-texts.ts';

export type ImportFormat = 'json' | 'yaml' | 'bpmn' | 'typebot' | 'flowise';

/** What was lost or changed in a node: infos change nothing, warnings lose a part, errors mean that only its place was kept. */
export interface ImportRemark {
  code: string;
  severity: Problem['severity'];
  message: LocalisedText;
  hint: LocalisedText;
}

/** A node of the source (`kind` is its type there) and the steps it became. */
export interface ImportedNode {
  node: string;
  kind: string;
  name: string;
  became: 'mapped' | 'partly' | 'not_mapped';
  steps: string[];
  remarks: ImportRemark[];
}

/** Every node of the source, and what is wrong with the source as a whole. */
export interface ImportReport {
  format: ImportFormat | null;
  nodes: ImportedNode[];
  problems: Problem[];
}

/** Notes what became of one node. `value` is what the texts show. */
export interface NodeNotes {
  became(...steps: string[]): void;
  note(code: RemarkCode, value?: string): void;
}

const MOST_REMARKS = 20;
const LONGEST_NAME = 100;

/** A node's line in the report; later notes are added to it. */
export function createNode({ node, kind, name }: Pick<ImportedNode, 'node' | 'kind' | 'name'>): {
  node: ImportedNode;
  notes: NodeNotes;
} {
  const line: ImportedNode = {
    node: node.slice(0, LONGEST_NAME),
    kind: kind.slice(0, LONGEST_NAME),
    name: name.slice(0, LONGEST_NAME),
    became: 'mapped',
    steps: [],
    remarks: [],
  };
  return {
    node: line,
    notes: {
      became: (...steps) => void line.steps.push(...steps),
      note(code, value = '') {
        const remark = remarkOf(code, value);
        const isKnown = line.remarks.some((one) => one.code === code && one.message.en === remark.message.en);
        if (isKnown || line.remarks.length >= MOST_REMARKS) return;
        line.remarks.push(remark);
        if (remark.severity === 'error') line.became = 'not_mapped';
        else if (remark.severity === 'warning' && line.became === 'mapped') line.became = 'partly';
      },
    },
  };
}

function remarkOf(code: RemarkCode, value: string): ImportRemark {
  const { severity, message, hint } = remarkTexts[code];
  const fill = (text: string): string => text.replaceAll('{value}', () => shown(value));
  return { code, severity, message: { en: fill(message.en), ru: fill(message.ru) }, hint };
}

/** How many nodes were mapped, partly mapped, and not mapped. */
export function countsOf({ nodes }: ImportReport): Record<ImportedNode['became'], number> {
  const counts = { mapped: 0, partly: 0, not_mapped: 0 };
  for (const { became } of nodes) counts[became] += 1;
  return counts;
}
