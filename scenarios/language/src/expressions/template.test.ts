import { describe, expect, it } from 'vitest';
import { ExpressionError } from '../compile/compiled-scenario.ts';
import { compileTemplate } from './template.ts';

const bindings = {
  name: 'Anna',
  age: 20,
  vip: true,
  tags: ['a', 2, null],
  order: { id: 7 },
  nothing: null,
  big: 'x'.repeat(60_000),
};
const text = (source: string) => compileTemplate(source, 'UTC').text(bindings);
const value = (source: string) => compileTemplate(source, 'UTC').value(bindings);

describe('a template', () => {
  it.each([
    ['', ''],
    ['No expression', 'No expression'],
    ['Hi {{ name }}!', 'Hi Anna!'],
    ['{{name}}{{age}}', 'Anna20'],
    ['{{ age + 0.5 }}', '20.5'],
    ['{{ vip }}', 'true'],
    ['[{{ nothing }}]', '[]'],
    ['{{ tags }}', 'a, 2, '],
    ['{{ order }}', '{"id":7}'],
    ['{{ 0.1 + 0.2 }}', '0.3'],
    ['{{ 1e20 }}', '100000000000000000000'],
    ['{{ 0.0000001 }}', '0.0000001'],
    ['{{ 9007199254740991 }}', '9007199254740991'],
    ['{{ -0.0 }}', '0'],
    ['\\{{ name }}', '{{ name }}'],
    ['\\{{ {{ name }}', '{{ Anna'],
    ['a \\ {{ name }} \\', 'a \\ Anna \\'],
    ['{{ "}}" }}', '}}'],
    ["{{ '}}' + \"'}}\" }}", "}}'}}"],
    ['{{ "\\"}}" }}', '"}}'],
    ['{{ {"a": {"b": 1}} }}', '{"a":{"b":1}}'],
    ['{{ {"a": {"b": 1}}.a.b}}', '1'],
    ['{{{"a":1}}}', '{"a":1}'],
    ['} }} {', '} }} {'],
    ['{ {name} }', '{ {name} }'],
    ['{{\nname\n}}', 'Anna'],
  ])('%j is written %j', (source, written) => {
    expect(text(source)).toBe(written);
  });

  it.each<[string, unknown]>([
    ['{{ age }}', 20],
    ['{{ order }}', { id: 7 }],
    [' {{ age }}', ' 20'],
    ['{{ age }}{{ age }}', '2020'],
    ['{{ nothing }}', null],
    ['plain', 'plain'],
  ])('as a value %j is %j', (source, expected) => {
    expect(value(source)).toEqual(expected);
  });

  it.each([
    ['Hi {{ name', '“{{” at character 4 is not closed by “}}”'],
    ['{{ "}} }}', 'not closed'],
    ['Hi {{ }}', 'there is nothing between'],
    ['{{ name + }}', 'it ends too early'],
    ['{{ {{ name }} }}', 'not'],
  ])('%j is not compiled: %s', (source, message) => {
    expect(() => text(source)).toThrow(message);
  });

  it('names the expression that failed', () => {
    expect(() => text('Hi {{ nmae }}')).toThrow(
      new ExpressionError('expression_failed', 'nmae', 'there is no “nmae”: did you mean “name”?'),
    );
  });

  it('is not written without end', () => {
    expect(() => text('{{ big }}{{ big }}')).toThrow('120000 characters');
    const tooMuch = compileTemplate('{{ size(list.map(x, x)) }}'.repeat(300), 'UTC');
    expect(() => tooMuch.text({ list: Array.from({ length: 10_000 }, () => 1) })).toThrow('too much work');
  });
});
