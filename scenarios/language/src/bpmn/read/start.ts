import type { Scenario } from '../../document/scenario.ts';
import type { BpmnElement } from '../moddle.ts';
import { draw, list } from './drawing.ts';
import { documentationOf, nameOf } from './foreign-texts.ts';
import { createIds } from '../ids.ts';
import { recall } from './recall.ts';
import { plain } from '../plain.ts';
import type { Note } from './remarks.ts';

export type Head = Pick<Scenario, 'format' | 'id' | 'name' | 'locales' | 'variables' | 'messages'> &
  Partial<Pick<Scenario, 'description' | 'fallback' | 'layout' | 'notes'>>;

/** The process a scenario is made of: ours, else one that is executed, else the largest. The others are noted. */
export function chooseProcess(definitions: BpmnElement, note: Note): BpmnElement | undefined {
  const processes = list(definitions, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process');
  const weight = (process: BpmnElement): number =>
    (recall(process, 'Scenario', () => undefined) ? 1e9 : 0) +
    (process.get('isExecutable') === true ? 1e8 : 0) +
    list(process, 'flowElements').length;
  const [chosen, ...others] = processes.toSorted((a, b) => weight(b) - weight(a));
  for (const process of others) note('other_process', process);
  for (const root of list(definitions, 'rootElements'))
    for (const flow of list(root, 'messageFlows')) note('message_flow', flow);
  return chosen;
}

/** What a scenario holds beside steps, flows and triggers: as we wrote it, else made of what the process says. */
export function readHead(process: BpmnElement, note: Note): Head & Record<string, unknown> {
  const name = nameOf(process);
  const recalled = recall(process, 'Scenario', note);
  if (recalled) {
    const { data } = recalled;
    const kept = name === undefined || name === plain(String(data['name']).slice(0, 1_000)) ? {} : { name };
    return { ...(data as unknown as Head), ...kept } as Head & Record<string, unknown>;
  }
  const description = documentationOf(process)?.slice(0, 5_000);
  const locale = speaksRussian(process) ? 'ru' : 'en';
  return {
    format: 1,
    id: createIds().take(process.id ?? '', 'process'),
    name: name ?? process.id?.slice(0, 200) ?? 'BPMN',
    ...(description && { description }),
    locales: [locale],
    variables: {},
    messages: { [locale]: {} },
  };
}

function speaksRussian(process: BpmnElement): boolean {
  const names = draw(process, () => undefined).nodes.map(({ element }) => nameOf(element) ?? '');
  return names.filter((name) => /\p{Script=Cyrillic}/u.test(name)).length * 2 > names.filter(Boolean).length;
}
