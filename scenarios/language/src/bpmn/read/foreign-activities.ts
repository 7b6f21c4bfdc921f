import { isRefusedKey } from '../../load/refused-key.ts';
import { createIds } from '../ids.ts';
import type { Draft, Foreign } from './draft.ts';
import { bodyOf, documentationOf, literal } from './foreign-texts.ts';

/** Tasks of other tools as steps. What a machine does becomes an action that is still to be chosen. */
export const foreignActivities: Record<string, (foreign: Foreign) => Draft> = {
  Task: (foreign) => placeholder(foreign, 'bpmn.task'),
  ServiceTask: (foreign) => placeholder(foreign, 'bpmn.service'),
  BusinessRuleTask: (foreign) => placeholder(foreign, 'bpmn.decision'),
  ScriptTask: (foreign) => placeholder(foreign, 'bpmn.script'),
  SendTask: ({ title, say }) => ({ steps: [{ type: 'message', text: say(title) }] }),
  UserTask: ({ element, title, say, note, timeout }) => {
    note('person_asked', element);
    return { steps: [{ type: 'ask', prompt: say(documentationOf(element) ?? title), ...(timeout && { timeout }) }] };
  },
  ManualTask: ({ title, timeout }) => ({
    steps: [{ type: 'handover', to: { kind: 'human' }, reason: literal(title), ...(timeout && { timeout }) }],
  }),
  ReceiveTask: ({ element, title, timeout }) => {
    const message = element.get('messageRef') as Foreign['element'] | undefined;
    return { steps: [{ type: 'event', event: (message?.name || title).slice(0, 128), ...(timeout && { timeout }) }] };
  },
  CallActivity: ({ element, note, title }) => {
    const called = String(element.get('calledElement') ?? '');
    const scenario = createIds().take(called || title, 'scenario');
    note('call_unchecked', element, scenario);
    return { steps: [{ type: 'call', scenario }] };
  },
};

function placeholder({ element, title, note, timeout }: Foreign, action: string): Draft {
  note('placeholder_action', element, action);
  const script = element.get('script');
  const input = {
    title: literal(title),
    ...Object.fromEntries(
      Object.entries(element.$attrs ?? {})
        .filter(([key]) => /^[\w:.-]+$/.test(key) && !key.startsWith('xmlns') && !isRefusedKey(key))
        .map(([key, value]) => [key, literal(String(value))]),
    ),
    ...(typeof script === 'string' && { script: literal(script) }),
    ...(bodyOf(element.get('loopCharacteristics')) && { loop: literal(bodyOf(element.get('loopCharacteristics'))) }),
  };
  return { steps: [{ type: 'action', action, input, ...(timeout && { timeout }) }] };
}
