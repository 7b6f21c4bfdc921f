import type { ImportFormat } from './report.ts';
import { listOf, dataOf } from './values.ts';

/** What a file seems to be: XML is BPMN; JSON is told by its parts; everything else is YAML. */
export function sniffFormat(text: string): ImportFormat {
  const start = text.slice(0, 1_000).trimStart();
  if (start.startsWith('<')) return 'bpmn';
  if (!start.startsWith('{')) return 'yaml';
  try {
    return formatOf(JSON.parse(text));
  } catch {
    return 'json';
  }
}

function formatOf(value: unknown): ImportFormat {
  const file = dataOf(value);
  if (Array.isArray(file['steps'])) return 'json';
  if (Array.isArray(file['groups'])) return 'typebot';
  const isGraph = Array.isArray(file['nodes']) && listOf(file['nodes']).some(({ data }) => data !== undefined);
  return isGraph ? 'flowise' : 'json';
}
