import { describe, expect, it } from 'vitest';
import { fromBpmn, toBpmn, type Scenario } from '../index.ts';

const MODEL = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"';
const laughs = `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(100)}"><!ENTITY c "${'&b;'.repeat(100)}">]>`;
const ours = (data: string) =>
  `<definitions ${MODEL} xmlns:s="https://scenarium.dev/schema/bpmn"><process id="p"><extensionElements><s:scenario>${data}</s:scenario></extensionElements><endEvent id="e" /></process></definitions>`;

describe('a file that is none of ours, or means harm', () => {
  it.for<[string, string, string]>([
    ['nothing', '', 'not_bpmn'],
    ['no XML', 'steps: []', 'not_bpmn'],
    ['XML that breaks off', `<definitions ${MODEL}><process id="p"><task`, 'not_bpmn'],
    ['another namespace', '<definitions xmlns="urn:other"><process id="p" /></definitions>', 'not_bpmn'],
    ['no namespace', '<definitions><process id="p" /></definitions>', 'not_bpmn'],
    ['a collaboration alone', `<definitions ${MODEL}><collaboration id="c" /></definitions>`, 'no_process'],
    ['entities that expand', `<?xml version="1.0"?>${laughs}<definitions ${MODEL} id="&c;" />`, 'entities_refused'],
    ['a huge text', `<definitions ${MODEL}>${' '.repeat(21_000_000)}</definitions>`, 'too_large'],
    ['very many elements', `<definitions ${MODEL}>${'<a/>'.repeat(700_000)}</definitions>`, 'too_large'],
    [
      'very many references',
      `<definitions ${MODEL}><process id="p"><task id="t">${'<incoming>t</incoming>'.repeat(150_000)}</task></process></definitions>`,
      'too_large',
    ],
    [
      'very many references in one attribute',
      `<definitions ${MODEL}><process id="p"><task id="t" incoming="${'t '.repeat(150_000)}" /></process></definitions>`,
      'too_large',
    ],
    ['a scenario of a newer format', ours('{"format":99,"id":"a","name":"A","locales":["en"]}'), 'newer_format'],
    [
      'a scenario with a key of the prototype',
      ours('{"format":1,"id":"a","name":"A","locales":["en"],"messages":{"__proto__":{"a":"b"}}}'),
      'forbidden_key',
    ],
    [
      'a scenario of wrong shapes',
      ours('{"format":1,"id":[],"locales":"en","messages":4,"variables":null}'),
      'wrong_type',
    ],
  ])('%s is refused with a code', async ([, xml, code]) => {
    const { scenario, report } = await fromBpmn(xml);
    expect(scenario).toBeUndefined();
    expect(report.filter(({ severity }) => severity === 'error').map((remark) => remark.code)).toContain(code);
    for (const { message, hint } of report) expect([message.en, message.ru, hint.en, hint.ru]).not.toContain('');
  });

  it.for<[string, string]>([
    ['damaged data of ours', ours('{"format":')],
    [
      'ids that are given twice',
      `<definitions ${MODEL}><process id="p"><task id="a" /><task id="a" /></process></definitions>`,
    ],
    [
      'ids that are no ids',
      `<definitions ${MODEL}><process id="p"><task id="1 2" /><task id="b" /></process></definitions>`,
    ],
    [
      'unknown elements',
      `<definitions ${MODEL}><process id="p"><magic id="m" /><task id="b" /></process></definitions>`,
    ],
  ])('%s: the rest is read and the loss is reported', async ([, xml]) => {
    const { scenario, report } = await fromBpmn(xml);
    expect(scenario?.steps).toHaveLength(1);
    expect(report.length).toBeGreaterThan(0);
  });

  it('with ids that mean something to every object is read', async () => {
    const ids = ['constructor', 'prototype', 'hasOwnProperty', '__proto__'];
    const shapes = ids.map((id) => `<d:BPMNShape bpmnElement="${id}"><c:Bounds x="1" y="2" /></d:BPMNShape>`).join('');
    const tasks = ids.map((id) => `<sendTask id="${id}" constructor="a" /><serviceTask id="${id}1" constructor="b" />`);
    const { scenario } = await fromBpmn(
      `<definitions ${MODEL} xmlns:d="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:c="http://www.omg.org/spec/DD/20100524/DC"><process id="p">${tasks.join('')}</process><d:BPMNDiagram><d:BPMNPlane>${shapes}</d:BPMNPlane></d:BPMNDiagram></definitions>`,
    );
    expect(scenario?.steps).toHaveLength(8);
    expect(await fromBpmn(await toBpmn(scenario as Scenario))).toEqual({ scenario, report: [] });
  });

  it.for<[string, string]>([
    ['links', '<intermediateThrowEvent id="a#"><linkEventDefinition name="n#" /></intermediateThrowEvent>'],
    ['boundary events', '<boundaryEvent id="a#" attachedToRef="t#" /><task id="t#" />'],
    ['flows of one element', '<sequenceFlow id="f#" sourceRef="z" targetRef="z" />'],
    ['gateways in a row', '<exclusiveGateway id="g#" /><sequenceFlow id="f#" sourceRef="g#" targetRef="g+" />'],
    ['event gateways', '<eventBasedGateway id="g#" /><sequenceFlow id="f#" sourceRef="g#" targetRef="z" />'],
  ])('with very many %s is answered in seconds', { timeout: 30_000 }, async ([, part]) => {
    const many = Array.from({ length: 20_000 }, (_, i) =>
      part.replaceAll('#', `${i}`).replaceAll('+', `${i + 1}`),
    ).join('');
    const { report } = await fromBpmn(
      `<definitions ${MODEL}><process id="p"><task id="z" />${many}</process></definitions>`,
    );
    expect(report.length).toBeGreaterThan(0);
  });

  it('nested very deeply does not break', async () => {
    const depth = 20_000;
    const xml = `<definitions ${MODEL}><process id="p">${'<subProcess>'.repeat(depth)}${'</subProcess>'.repeat(depth)}</process></definitions>`;
    const { report } = await fromBpmn(xml);
    expect(report.length).toBeGreaterThan(0);
  });
});
