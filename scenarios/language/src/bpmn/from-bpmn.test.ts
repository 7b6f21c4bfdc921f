import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromBpmn, toBpmn, type Scenario } from '../index.ts';

async function read(xml: string): Promise<{ scenario: Scenario; codes: string[] }> {
  const { scenario, report } = await fromBpmn(xml);
  if (!scenario) throw new Error(JSON.stringify(report));
  return { scenario, codes: report.map(({ code, element }) => `${code} ${element}`) };
}

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}.bpmn`, import.meta.url), 'utf8');

const stepOf = ({ steps }: Scenario, id: string) => steps.find((step) => step.id === id);

const ways = ({ flows }: Scenario) =>
  flows.map(({ from, on, to, when }) => [from, on, to, ...(when ? [when] : [])].join(' '));

describe('a file of Camunda', () => {
  it('has its tasks, gateways and boundary events mapped', async () => {
    const { scenario, codes } = await read(fixture('camunda-refund'));
    expect(scenario).toMatchObject({ id: 'refund', name: 'Refund', description: 'Pays money back.', locales: ['en'] });
    expect(scenario.triggers).toEqual([{ id: 'StartEvent_1', type: 'conversation', step: 'Activity_amount' }]);
    expect(scenario.layout).toEqual({ Activity_amount: { x: 270, y: 80.5 } });
    expect(stepOf(scenario, 'Activity_amount')).toMatchObject({
      type: 'ask',
      timeout: '1h30m',
      name: 'How much was it?',
    });
    expect(stepOf(scenario, 'Activity_check')).toMatchObject({ type: 'handover', to: { kind: 'human' } });
    expect(stepOf(scenario, 'Activity_pay')).toMatchObject({
      type: 'action',
      action: 'bpmn.service',
      input: { title: 'Pay back', 'camunda:type': 'external', 'camunda:topic': 'pay' },
    });
    expect(scenario.messages).toEqual({ en: { Activity_amount: 'How much was it?' } });
    expect(ways(scenario)).toEqual([
      'Activity_amount next Gateway_amount',
      'Activity_amount timeout Event_given_up',
      'Gateway_amount next Activity_check amount > 1000',
      'Gateway_amount next Event_given_up false',
      'Gateway_amount else Activity_pay',
      'Activity_check next Activity_pay',
      'Activity_pay error Event_given_up',
      'Activity_pay next Event_paid',
    ]);
    expect(codes).toEqual([
      'extensions_dropped Activity_amount',
      'person_asked Activity_amount',
      'placeholder_action Activity_pay',
      'condition_unmapped Flow_odd',
      'variable_added ',
    ]);
  });
});

describe('a file of bpmn.io', () => {
  it('has subprocesses flattened, links followed and events waited for', async () => {
    const { scenario, codes } = await read(fixture('bpmn-io-delivery'));
    expect(scenario.triggers).toEqual([{ id: 'begin', type: 'event', event: 'order.shipped', step: 'wrap' }]);
    expect(scenario.messages).toEqual({ en: { wrap: 'We are \\{{ packing }}' } });
    expect(stepOf(scenario, 'race')).toMatchObject({ type: 'event', event: 'order.arrived', timeout: '7d' });
    expect(stepOf(scenario, 'complain')).toMatchObject({ type: 'emit', event: 'strike' });
    expect(stepOf(scenario, 'rate')).toMatchObject({ type: 'call', scenario: 'survey_process' });
    expect(stepOf(scenario, 'bill')).toMatchObject({ type: 'action', input: { script: 'total = 1' } });
    expect(stepOf(scenario, 'met')).toMatchObject({ type: 'join', mode: 'all' });
    expect(scenario.notes).toEqual([expect.objectContaining({ id: 'remark', color: 'yellow' })]);
    expect(ways(scenario)).toEqual([
      'wrap next race',
      'race next both',
      'race timeout complain',
      'complain next done',
      'both next rate',
      'both next bill',
      'rate next met',
      'bill next met',
      'met next done',
    ]);
    expect(codes).toEqual([
      'subprocess_flattened pack',
      'loop_ignored pack',
      'data order',
      'start_changed begin',
      'call_unchecked rate',
      'placeholder_action bill',
    ]);
  });
});

describe('a file of Signavio', () => {
  it('has one process taken, lanes and pools reported', async () => {
    const { scenario, codes } = await read(fixture('signavio-leave'));
    expect(scenario).toMatchObject({ name: 'Отпуск', locales: ['ru'] });
    expect(scenario.triggers.map(({ type, step }) => `${type} ${step}`)).toEqual([
      'conversation sid-ask',
      'command sid-ask',
      'event sid-ask',
      'event sid-cancel',
    ]);
    expect(ways(scenario)).toEqual([
      'sid-ask next sid-save',
      'sid-save next sid-or',
      'sid-or next sid-boss boss == "Ivan" && days > 3',
      'sid-or else sid-team',
      'sid-boss next sid-e',
      'sid-team next sid-e',
      'sid-cancel next sid-ev',
    ]);
    expect(stepOf(scenario, 'sid-ev')).toMatchObject({ type: 'end' });
    expect(Object.keys(scenario.variables)).toEqual(['boss', 'days']);
    expect(codes).toEqual(
      expect.arrayContaining([
        'other_process sid-2',
        'message_flow sid-m',
        'lane sid-l1',
        'timer_start sid-s3',
        'start_changed sid-s2',
        'gateway_inclusive sid-or',
        'event_subprocess sid-ev',
        'extensions_dropped sid-ask',
        'flow_dangling sid-f11',
      ]),
    );
  });
});

const around = (inside: string) => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d">
  <process id="p"><startEvent id="s" /><sequenceFlow id="f" sourceRef="s" targetRef="x" />${inside}
  <sequenceFlow id="g" sourceRef="x" targetRef="e" /><endEvent id="e" /></process></definitions>`;

const timer = (time: string) =>
  `<intermediateCatchEvent id="x"><timerEventDefinition>${time}</timerEventDefinition></intermediateCatchEvent>`;

describe('an element of another tool', () => {
  it.for<[string, string, object, string[]]>([
    [
      'a task',
      '<task id="x" name="Do" />',
      { type: 'action', action: 'bpmn.task', name: 'Do' },
      ['placeholder_action'],
    ],
    ['a rule', '<businessRuleTask id="x" />', { type: 'action', action: 'bpmn.decision' }, ['placeholder_action']],
    ['a duration', timer('<timeDuration>P1DT2H3M4.5S</timeDuration>'), { type: 'wait', for: '1d2h3m4s500ms' }, []],
    ['months', timer('<timeDuration>P2M</timeDuration>'), { type: 'wait', for: '60d' }, ['timer_approximate']],
    ['a cycle', timer('<timeCycle>R3/PT10M</timeCycle>'), { type: 'wait', for: '10m' }, ['timer_approximate']],
    ['a date', timer('<timeDate>2030-01-02T03:04:05Z</timeDate>'), { until: '"2030-01-02T03:04:05Z"' }, []],
    ['no time', timer('<timeDuration>${later}</timeDuration>'), { type: 'wait', for: '1h' }, ['timer_unmapped']],
    ['a receiver', '<receiveTask id="x" name="paid" />', { type: 'event', event: 'paid' }, []],
    [
      'a signal',
      '<intermediateCatchEvent id="x" name="go"><signalEventDefinition /></intermediateCatchEvent>',
      { type: 'event', event: 'go' },
      [],
    ],
    [
      'a message',
      '<intermediateThrowEvent id="x" name="Hi"><messageEventDefinition /></intermediateThrowEvent>',
      { type: 'message', text: 'x' },
      [],
    ],
  ])('%s', async ([, xml, step, codes]) => {
    const { scenario, report } = await fromBpmn(around(xml));
    expect(report.map(({ code }) => code)).toEqual(codes);
    expect(scenario?.steps[0]).toMatchObject({ id: 'x', ...step });
    expect(scenario?.flows).toEqual([{ id: 'g', from: 'x', to: 'e', on: 'next' }]);
  });

  it('that only leads on becomes no step', async () => {
    const { scenario } = await read(around('<exclusiveGateway id="x" />'));
    expect(scenario.steps.map(({ id }) => id)).toEqual(['e']);
    expect(scenario.triggers).toMatchObject([{ step: 'e' }]);
  });

  it('with several flows forks after itself', async () => {
    const { scenario } = await read(around('<task id="x" /><sequenceFlow id="h" sourceRef="x" targetRef="e" />'));
    expect(ways(scenario)).toEqual(['x_2 next e', 'x_2 next e', 'x next x_2']);
    expect(stepOf(scenario, 'x_2')).toEqual({ id: 'x_2', type: 'parallel' });
  });

  it('in a circle that only leads on is left', async () => {
    const { scenario, codes } = await read(
      `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><startEvent id="s" />
      <exclusiveGateway id="a" /><exclusiveGateway id="b" /><sequenceFlow id="f" sourceRef="s" targetRef="a" />
      <sequenceFlow id="g" sourceRef="a" targetRef="b" /><sequenceFlow id="h" sourceRef="b" targetRef="a" /></process></definitions>`,
    );
    expect(scenario.steps).toMatchObject([{ type: 'end' }]);
    expect(codes).toEqual(['start_unconnected s', 'empty_process p']);
  });

  it('has an id that obeys our rule and collides with none', async () => {
    const { scenario } = await read(
      around(`<task id="x" /><task id="_x" /><task id="Шаг" /><task id="${'long'.repeat(30)}" />`),
    );
    const ids = scenario.steps.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[A-Za-z][\w.-]{0,63}$/.test(id))).toEqual([]);
  });

  it.for(['camunda-refund', 'bpmn-io-delivery', 'signavio-leave'])(
    '%s comes back the same once it is ours',
    async (name) => {
      const { scenario } = await read(fixture(name));
      expect(await fromBpmn(await toBpmn(scenario))).toEqual({ scenario, report: [] });
    },
  );
});
