import type { Draft, Foreign } from './draft.ts';
import { foreignActivities } from './foreign-activities.ts';
import { foreignEvents } from './foreign-events.ts';

const nothing: Draft = { steps: [] };
const way: Draft = { steps: [{ type: 'condition' }] };

/** A gateway that only brings ways together leads on. */
const gateways: Record<string, (foreign: Foreign) => Draft> = {
  ExclusiveGateway: ({ outs }) => (outs > 1 ? way : nothing),
  InclusiveGateway: ({ outs, note, element }) => {
    if (outs > 1) note('gateway_inclusive', element);
    return outs > 1 ? way : nothing;
  },
  ComplexGateway: ({ outs, note, element }) => {
    if (outs > 1) note('gateway_inclusive', element);
    return outs > 1 ? way : { steps: [{ type: 'join', mode: 'first' }] };
  },
  ParallelGateway: ({ ins, outs }) => ({
    steps: [...(ins > 1 ? [{ type: 'join' as const }] : []), ...(outs > 1 ? [{ type: 'parallel' as const }] : [])],
  }),
  EventBasedGateway: ({ outs, note, element }) => {
    if (outs > 1) note('gateway_events', element);
    return outs > 1 ? { steps: [{ type: 'parallel' }] } : nothing;
  },
};

const foreigners: Record<string, (foreign: Foreign) => Draft> = { ...gateways, ...foreignActivities, ...foreignEvents };

/** What an element of another tool becomes. What we know nothing like is noted, and leads on. */
export function draftForeign(foreign: Foreign): Draft {
  const { element, note } = foreign;
  const type = element.$type.replace(/^bpmn:/, '');
  const make = Object.hasOwn(foreigners, type) ? foreigners[type] : undefined;
  noteExtensions(foreign);
  if (make) return make(foreign);
  note('unknown_element', element);
  return nothing;
}

function noteExtensions({ element, note }: Foreign): void {
  const extensions = element.get('extensionElements') as Foreign['element'] | undefined;
  const values = (extensions?.get('values') as { $type: string }[] | undefined) ?? [];
  const named = [...new Set(values.map(({ $type }) => $type))].filter((type) => !type.startsWith('scenarium:'));
  if (named.length > 0) note('extensions_dropped', element, named.join(', '));
}
