import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  definitionOf,
  fromBpmn,
  loadScenario,
  parseScenario,
  Step,
  toBpmn,
  type Scenario,
  type StepType,
} from '../index.ts';
import { everyStep } from './every-step.fixture.ts';
import { moddle, type BpmnElement } from './moddle.ts';

function load(document: object): Scenario {
  const loaded = loadScenario({
    format: 1,
    id: 'one',
    name: 'One',
    locales: ['en', 'ru'],
    variables: { n: { type: 'number' }, list: { type: 'list' } },
    triggers: [],
    flows: [],
    messages: { en: { hello: 'Hello' }, ru: { hello: 'Привет' } },
    ...document,
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.scenario;
}

/** A scenario of one step; its exits of these names, or all of them, lead to itself. */
function looped(type: StepType, exits?: string[]): Scenario {
  const step = Step.parse(everyStep[type]);
  const names =
    exits ??
    definitionOf(step)
      .exits(step)
      .map(({ name }) => name);
  return load({ steps: [step], flows: names.map((on, i) => ({ id: `f${i}`, from: step.id, to: step.id, on })) });
}

/** The elements in a file, by id; a file that the library warns of fails. */
async function elementsOf(xml: string): Promise<{ definitions: BpmnElement; elements: Map<string, BpmnElement> }> {
  const { rootElement, warnings } = await moddle().fromXML(xml);
  expect(warnings).toEqual([]);
  const definitions = rootElement as BpmnElement;
  const process = (definitions.get('rootElements') as BpmnElement[]).find(({ $type }) => $type === 'bpmn:Process');
  const elements = process?.get('flowElements') as BpmnElement[];
  return { definitions, elements: new Map(elements.map((element) => [element.id as string, element])) };
}

const templates = ['appointment', 'lead-qualification', 'lead-to-crm', 'order-status', 'support-faq'];

function template(name: string): Scenario {
  const path = new URL(`../../../templates/${name}/scenario.yaml`, import.meta.url);
  const loaded = parseScenario(readFileSync(path, 'utf8'), 'yaml');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.scenario;
}

const drawnAs: Record<StepType, string> = {
  message: 'SendTask Hello',
  ask: 'UserTask Hello',
  condition: 'ExclusiveGateway Many?',
  switch: 'ExclusiveGateway switch',
  set: 'ScriptTask set',
  transform: 'ScriptTask transform',
  wait: 'IntermediateCatchEvent wait',
  event: 'IntermediateCatchEvent event',
  parallel: 'ParallelGateway parallel',
  join: 'ComplexGateway join',
  call: 'CallActivity call',
  handover: 'UserTask handover',
  emit: 'IntermediateThrowEvent emit',
  'set-language': 'ScriptTask set-language',
  action: 'ServiceTask action',
  llm: 'ServiceTask llm',
  agent: 'ServiceTask agent',
  answer: 'ServiceTask answer',
  classify: 'ServiceTask classify',
  end: 'EndEvent end',
};

/** Boundary events of steps all of whose exits are drawn. */
const boundaries: Partial<Record<StepType, string[]>> = {
  ask: ['failed Escalation', 'timeout Timer', 'error Error'],
  set: ['error Error'],
  transform: ['error Error'],
  'set-language': ['error Error'],
  wait: ['next Timer', 'error Error'],
  event: ['timeout Timer', 'error Error', 'reply Message'],
  call: ['error Error'],
  handover: ['timeout Timer', 'error Error'],
  emit: ['error Error'],
  action: ['error Error'],
  llm: ['error Error'],
  agent: ['error Error'],
  answer: ['error Error'],
  classify: ['error Error'],
};

describe('a step in BPMN', () => {
  it.for(Object.keys(everyStep) as StepType[])('%s is drawn as what says most', async (type) => {
    const { elements } = await elementsOf(await toBpmn(looped(type, type === 'end' ? [] : nextOf(type))));
    const element = elements.get(everyStep[type].id) as BpmnElement;
    expect(`${element.$type.replace('bpmn:', '')} ${element.name}`).toBe(drawnAs[type]);
  });

  it.for(Object.keys(everyStep) as StepType[])('%s has its exits on its boundary, and comes back', async (type) => {
    const scenario = looped(type);
    const xml = await toBpmn(scenario);
    const { elements } = await elementsOf(xml);
    const events = [...elements.values()].filter(({ $type }) => $type === 'bpmn:BoundaryEvent');
    const drawn = events.map((event) => {
      const [definition] = event.get('eventDefinitions') as [BpmnElement];
      return `${event.name} ${definition.$type.replace(/bpmn:|EventDefinition/g, '')}`;
    });
    expect(new Set(drawn)).toEqual(new Set(boundaries[type]));
    expect(await fromBpmn(xml)).toEqual({ scenario, report: [] });
  });

  it('has its times in ISO 8601 where they are known', async () => {
    const xml = await toBpmn(
      load({ steps: [everyStep.wait, everyStep.ask, everyStep.event], flows: timeouts(['ask', 'event']) }),
    );
    expect([...xml.matchAll(/<bpmn:timeDuration[^>]*>([^<]*)</g)].map(([, time]) => time)).toEqual([
      'P1DT2H',
      'PT1H30M',
      '{{ n }}m',
    ]);
  });

  it('has conditions on its flows, and a default one', async () => {
    const scenario = load({
      steps: [everyStep.condition, everyStep.end],
      flows: [
        { id: 'a', from: 'condition', to: 'end', when: 'n > 1 && n < 3' },
        { id: 'b', from: 'condition', to: 'end', on: 'else' },
      ],
    });
    const { elements } = await elementsOf(await toBpmn(scenario));
    expect((elements.get('a')?.get('conditionExpression') as BpmnElement).get('body')).toBe('n > 1 && n < 3');
    expect(elements.get('condition')?.get('default')).toBe(elements.get('b'));
  });
});

function nextOf(type: StepType): string[] {
  const step = Step.parse(everyStep[type]);
  return definitionOf(step)
    .exits(step)
    .some(({ name }) => name === 'next')
    ? ['next']
    : [];
}

function timeouts(ids: string[]): object[] {
  return ids.map((id) => ({ id: `late-${id}`, from: id, to: id, on: 'timeout' }));
}

describe('a template in BPMN', () => {
  it.for(templates)('%s is read by the library without a warning, and every element has a shape', async (name) => {
    const { definitions, elements } = await elementsOf(await toBpmn(template(name)));
    const [diagram] = definitions.get('diagrams') as [BpmnElement];
    const shown = (diagram.get('plane') as BpmnElement).get('planeElement') as BpmnElement[];
    expect(new Set(shown.map((shape) => (shape.get('bpmnElement') as BpmnElement).id))).toEqual(
      new Set(elements.keys()),
    );
    const places = shown.flatMap((shape) => {
      const bounds = shape.get('bounds') as BpmnElement | undefined;
      return bounds ? [`${bounds.get('x')} ${bounds.get('y')}`] : [];
    });
    expect(new Set(places).size).toBe(places.length);
  });
});

/** A scenario after somebody has edited it in another tool. */
async function edited(
  scenario: Scenario,
  edit: (elements: Map<string, BpmnElement>, definitions: BpmnElement) => void,
) {
  const { definitions, elements } = await elementsOf(await toBpmn(scenario));
  edit(elements, definitions);
  const { xml } = await moddle().toXML(definitions, { format: true });
  return fromBpmn(xml);
}

function shapesOf(definitions: BpmnElement): BpmnElement[] {
  const [diagram] = definitions.get('diagrams') as [BpmnElement];
  return (diagram.get('plane') as BpmnElement).get('planeElement') as BpmnElement[];
}

function processOf(definitions: BpmnElement): BpmnElement {
  return (definitions.get('rootElements') as BpmnElement[]).find(
    ({ $type }) => $type === 'bpmn:Process',
  ) as BpmnElement;
}

describe.for(templates)('the template %s, edited in another tool', (name) => {
  const scenario = template(name);

  it('has the new names, and everything else as before', async () => {
    const { scenario: back, report } = await edited(scenario, (elements) => {
      for (const { id } of scenario.steps) (elements.get(id) as BpmnElement).name = `New ${id}`;
    });
    expect(report).toEqual([]);
    expect(back).toEqual({ ...scenario, steps: scenario.steps.map((step) => ({ ...step, name: `New ${step.id}` })) });
  });

  it('has the new positions', async () => {
    const { scenario: back } = await edited(scenario, (_, definitions) => {
      shapesOf(definitions).forEach((shape, i) => {
        const bounds = shape.get('bounds') as BpmnElement | undefined;
        bounds?.set('x', i + 0.5);
        bounds?.set('y', -i);
      });
    });
    expect(Object.keys(back?.layout ?? {})).toEqual([...scenario.steps, ...scenario.triggers].map(({ id }) => id));
    expect({ ...back, layout: undefined }).toEqual({ ...scenario, layout: undefined });
  });

  it('has lost the flows that were removed', async () => {
    const kept = scenario.flows.filter((_, i) => i % 3 > 0);
    const { scenario: back, report } = await edited(scenario, (elements, definitions) => {
      const gone = new Set(scenario.flows.filter((_, i) => i % 3 === 0).map(({ id }) => elements.get(id)));
      const process = processOf(definitions);
      process.set(
        'flowElements',
        (process.get('flowElements') as BpmnElement[]).filter((element) => !gone.has(element)),
      );
      for (const element of elements.values()) {
        if (gone.has(element.get('default') as BpmnElement)) element.set('default', undefined);
        for (const ends of ['incoming', 'outgoing']) {
          const flows = element.get(ends) as BpmnElement[] | undefined;
          if (Array.isArray(flows))
            element.set(
              ends,
              flows.filter((flow) => !gone.has(flow)),
            );
        }
      }
      const [diagram] = definitions.get('diagrams') as [BpmnElement];
      const plane = diagram.get('plane') as BpmnElement;
      plane.set(
        'planeElement',
        shapesOf(definitions).filter((shape) => !gone.has(shape.get('bpmnElement') as BpmnElement)),
      );
    });
    expect(report).toEqual([]);
    expect(back).toEqual({ ...scenario, flows: kept });
  });

  it('keeps its ids where the tool gives everything ids of its own', async () => {
    const { scenario: back, report } = await edited(scenario, (elements) => {
      let count = 0;
      for (const element of elements.values()) element.id = `sid-${(count += 1)}`;
    });
    expect(report).toEqual([]);
    expect(back).toEqual(scenario);
  });
});

describe('a scenario that was edited in another tool', () => {
  const scenario = load({
    steps: [{ ...everyStep.message, name: 'Greeting' }, everyStep.condition, everyStep.end],
    flows: [
      { id: 'a', from: 'condition', to: 'end', when: 'n > 1' },
      { id: 'b', from: 'condition', to: 'end', on: 'else' },
    ],
    layout: { message: { x: 1, y: 2 } },
  });

  it('has the flow that was added, by the exit that is free', async () => {
    const { scenario: back, report } = await edited(scenario, (elements, definitions) => {
      const [sourceRef, targetRef] = [elements.get('message'), elements.get('condition')];
      const flow = moddle().create('bpmn:SequenceFlow', { id: 'Flow_new', sourceRef, targetRef }) as BpmnElement;
      (processOf(definitions).get('flowElements') as BpmnElement[]).push(flow);
    });
    expect(report).toEqual([]);
    expect(back?.flows).toEqual([...scenario.flows, { id: 'Flow_new', from: 'message', to: 'condition', on: 'next' }]);
  });

  it('has a flow that was dragged from the boundary to the task leave by what is free', async () => {
    const late = load({
      steps: [everyStep.ask, everyStep.end],
      flows: [{ id: 'late', from: 'ask', to: 'end', on: 'timeout' }],
    });
    const { scenario: back } = await edited(late, (elements) => {
      elements.get('late')?.set('sourceRef', elements.get('ask'));
    });
    expect(back?.flows).toEqual([{ id: 'late', from: 'ask', to: 'end', on: 'next' }]);
  });

  it('has the condition and the default flow that were changed', async () => {
    const { scenario: back } = await edited(scenario, (elements) => {
      (elements.get('a')?.get('conditionExpression') as BpmnElement).set('body', '${n > 2}');
    });
    expect(back?.flows[0]).toEqual({ id: 'a', from: 'condition', to: 'end', on: 'next', when: 'n > 2' });
    const { scenario: other } = await edited(scenario, (elements) => {
      elements.get('condition')?.set('default', elements.get('a'));
    });
    expect(other?.flows).toMatchObject([
      { id: 'a', on: 'else' },
      { id: 'b', on: 'next' },
    ]);
  });

  it('has a copy as a step of its own, with the configuration of the original', async () => {
    const { scenario: back, report } = await edited(scenario, (elements, definitions) => {
      const { extensionElements, name } = elements.get('message') as never;
      const copy = moddle().create('bpmn:SendTask', { id: 'Activity_1', name, extensionElements }) as BpmnElement;
      (processOf(definitions).get('flowElements') as BpmnElement[]).unshift(copy);
    });
    expect(report).toEqual([]);
    expect(back?.steps).toEqual([{ ...scenario.steps[0], id: 'Activity_1' }, ...scenario.steps]);
  });

  it('has notes as they were drawn anew, in the colours they have here', async () => {
    const note = { id: 'why', text: 'Ask  Ann\r\nfirst', x: 1, y: 2, width: 100, height: 50, color: 'blue' as const };
    const noted = { ...scenario, notes: [note, { ...note, id: 'hello' }] };
    const { scenario: back } = await edited(noted, (_, definitions) => {
      const [first] = processOf(definitions).get('artifacts') as [BpmnElement];
      first.set('text', 'Ask Bob');
    });
    expect(back?.notes).toEqual([{ ...note, text: 'Ask Bob' }, noted.notes[1]]);
  });

  it('has no name where it was deleted', async () => {
    const { scenario: back } = await edited(scenario, (elements) => elements.get('message')?.set('name', undefined));
    expect(back?.steps[0]).toEqual({ id: 'message', type: 'message', text: 'hello', buttons: [], attachments: [] });
  });

  it('has what its new steps need declared', async () => {
    const { scenario: back, report } = await edited(scenario, (_, definitions) => {
      const [values] = [(processOf(definitions).get('extensionElements') as BpmnElement).get('values')] as [
        BpmnElement[],
      ];
      const data = JSON.parse(values[0]?.get('data') as string) as { messages: unknown };
      values[0]?.set('data', JSON.stringify({ ...data, messages: {} }));
    });
    expect(report.map(({ code }) => code)).toEqual(['text_added']);
    expect(back?.messages).toEqual({ en: { hello: 'Greeting' } });
  });
});
