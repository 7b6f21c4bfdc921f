import { moddle, type BpmnElement } from '../moddle.ts';
import type { Note } from './remarks.ts';

const LARGEST = 20_000_000;
const MOST_TAGS = 600_000;
const MOST_REFERENCES = 100_000;
const MOST_WARNINGS = 100;
const REFERENCE = /<(?:[\w.-]+:)?(?:incoming|outgoing|\w+Refs?)[\s>]/g;
const LONG_ATTRIBUTE = /=\s*(?:"([^"<]{20000,})"|'([^'<]{20000,})')/g;

/** The definitions in a BPMN file, and its processes; undefined (and noted) where it is none or is made to do harm. */
export async function readXml(text: string, note: Note): Promise<BpmnElement | undefined> {
  const xml = text.replace(/^\uFEFF/, '').trimStart();
  const refused = refusal(xml);
  if (refused) {
    note(refused.code, undefined, refused.value);
    return undefined;
  }
  try {
    const { rootElement, warnings } = await moddle().fromXML(xml);
    noteWarnings(
      warnings.map(({ message }) => firstLine(message)),
      note,
    );
    return rootElement as BpmnElement;
  } catch (error) {
    note('not_bpmn', undefined, firstLine((error as Error).message));
    return undefined;
  }
}

/** The encoding is no matter of ours: a text comes decoded. */
function noteWarnings(warnings: readonly string[], note: Note): void {
  for (const message of warnings
    .filter((text) => !text.startsWith('unsupported document encoding'))
    .slice(0, MOST_WARNINGS)) {
    const [, missing] = /^unresolved reference <(.*)>$/.exec(message) ?? [];
    const [, tag, line, why] =
      /^unparsable content (\S*) ?detected line: (\d+) .*nested error: (.*)$/.exec(message) ?? [];
    if (missing !== undefined) note('unresolved_reference', undefined, missing);
    else note('unreadable_part', undefined, line === undefined ? message : `${tag} ${line}: ${why}`);
  }
}

function refusal(xml: string): { code: 'too_large' | 'entities_refused'; value: string } | undefined {
  if (xml.length > LARGEST) return { code: 'too_large', value: `${xml.length} > ${LARGEST}` };
  const root = xml.search(/<[A-Za-z_]/);
  const prolog = root === -1 ? xml : xml.slice(0, root);
  if (prolog.includes('<!ENTITY')) return { code: 'entities_refused', value: '' };
  const tags = count(xml, /</g, MOST_TAGS);
  if (tags > MOST_TAGS) return { code: 'too_large', value: `> ${MOST_TAGS} tags` };
  // The library looks each reference up among those beside it: very many of them would take forever.
  if (references(xml) > MOST_REFERENCES) return { code: 'too_large', value: `> ${MOST_REFERENCES} references` };
  return undefined;
}

function references(xml: string): number {
  let words = count(xml, REFERENCE, MOST_REFERENCES);
  for (const [, double, single] of xml.matchAll(LONG_ATTRIBUTE))
    words += count(double ?? single ?? '', /\s/g, MOST_REFERENCES);
  return words;
}

function count(text: string, pattern: RegExp, most: number): number {
  let found = 0;
  pattern.lastIndex = 0;
  while (found <= most && pattern.exec(text)) found += 1;
  return found;
}

function firstLine(message: string): string {
  return message.replace(/\s+/g, ' ').trim();
}
