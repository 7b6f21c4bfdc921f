import { describe, expect, it } from 'vitest';
import { checkExpression, checkTemplate, createChecker, readsOf } from '../check.ts';

const variables = {
  age: 'number',
  name: 'text',
  vip: 'boolean',
  tags: 'list',
  order: 'object',
  birthday: 'date',
  extra: 'any',
} as const;
const check = (source: string, expected: 'boolean' | 'number' | 'text' | 'list' | 'any' = 'any', locals?: string[]) =>
  checkExpression(source, { variables, expected, ...(locals && { locals }) });

describe('checking an expression', () => {
  it.each([
    ['age >= 18 && vip', 'boolean'],
    ['age / 2 + size(tags)', 'number'],
    ['"Hi " + name', 'text'],
    ['tags.filter(t, t == name)', 'list'],
    ['vip ? 1 : age', 'number'],
    ['vip ? 1 : "a"', 'any'],
    ['order.items[0].name', 'any'],
    ['tags[age]', 'any'],
    ['name == null', 'boolean'],
    ['order != null && order.total > 5', 'boolean'],
    ['birthday < dateOf("2026-11-21")', 'boolean'],
    ['age in [18, 20.5]', 'boolean'],
    ['default(order.note, "")', 'any'],
    ['{"a": age}', 'object'],
    ['extra + 1', 'number'],
    ['extra.anything', 'any'],
    ['null', 'null'],
    ['name.upper().startsWith("A")', 'boolean'],
    ['tags.map(t, upper(t))', 'list'],
    ['order.exists(key, key == "id")', 'boolean'],
  ])('%s is of kind %s', (source, type) => {
    expect(check(source)).toMatchObject({ ok: true, type, problems: [] });
  });

  it.each([
    ["age == 'x'", 'wrong_type', [0, 10], '«==» не работает так: слева число, справа текст'],
    ['vip && name > 5', 'wrong_type', [7, 15], '«>» не работает так: слева текст, справа число'],
    ['age + name', 'wrong_type', [0, 10], 'слева число, справа текст'],
    ['upper(age)', 'wrong_type', [6, 9], 'upper(): нужно текст, а это число'],
    ['age && vip', 'wrong_type', [0, 3], '«&&»: нужно да или нет, а это число'],
    ['name.first', 'wrong_type', [0, 4], 'Поле: нужно объект, а это текст'],
    ['age ? 1 : 2', 'wrong_type', [0, 3], 'а это число'],
    ['tags["a"]', 'wrong_type', [5, 8], 'нужно число, а это текст'],
    ['tags < tags', 'wrong_type', [0, 11], 'слева список, справа список'],
    ['age in name', 'wrong_type', [0, 11], 'справа текст'],
    ['tags.filter(t, size(t))', 'wrong_type', [15, 22], 'Условие в filter()'],
    ['nmae == "a"', 'undefined_variable', [0, 4], 'Нет переменной «nmae»'],
    ['lenght(name)', 'expression_invalid', [0, 12], 'Нет функции «lenght»'],
    ['has(age, name)', 'expression_invalid', [0, 14], 'has() не принимает столько значений: 2'],
    ['name.matches("a")', 'expression_refused', [0, 17], 'matches() недоступна'],
    ['age >', 'expression_invalid', [5, 5], 'оно обрывается'],
    ['age ) 1', 'expression_invalid', [4, 5], '«)» здесь не ожидается'],
    ['matchesPattern(name, "[")', 'expression_invalid', [21, 24], 'cannot be read'],
  ])('%s is %s', (source, code, [start, end], ru) => {
    const { ok, problems } = check(source);
    expect(ok).toBe(false);
    expect(problems).toEqual([expect.objectContaining({ code, start, end })]);
    expect(problems[0]?.message.ru).toContain(ru);
    expect(problems[0]?.message.en).not.toMatch(/[а-я]/);
    expect(problems[0]?.hint.ru).toMatch(/[а-я]/);
  });

  it('suggests the nearest name', () => {
    expect(check('nmae').problems[0]?.hint.en).toBe('Did you mean “name”?');
    expect(check('zzzzz').problems[0]?.hint.en).toBe('Declare “zzzzz” in the variables');
    expect(check('lenght(name)').problems[0]?.hint.en).toBe('Did you mean “length”?');
  });

  it('finds every mistake at once', () => {
    expect(check('foo > 1 || upper(bar) == age').problems.map(({ code }) => code)).toEqual([
      'undefined_variable',
      'undefined_variable',
      'wrong_type',
    ]);
  });

  it('compares the kind with the expected one', () => {
    expect(check('age', 'boolean').problems).toMatchObject([{ code: 'wrong_type', start: 0, end: 3 }]);
    expect(check('extra', 'boolean').ok).toBe(true);
    expect(check('size(tags)', 'number').ok).toBe(true);
  });

  it('knows names that are bound in one place only', () => {
    expect(check('item.id == index').problems).toHaveLength(2);
    expect(check('item.id == index + age', 'boolean', ['item', 'index'])).toMatchObject({ ok: true, reads: ['age'] });
  });
});

describe('names an expression reads', () => {
  it.each([
    ['age + order.total', ['age', 'order']],
    ['tags.map(t, t + name)', ['tags', 'name']],
    ['tags.map(t, t) + [t]', ['tags', 't']],
    ['has(order.age)', ['order']],
    ['age >', []],
  ])('%s: %j', (source, reads) => {
    expect(readsOf(source)).toEqual(reads);
  });
});

describe('checking a template', () => {
  it('gives each mistake with its place in the text and in the JSON', () => {
    const { ok, reads, problems } = checkTemplate(
      { to: 'Hi {{ name }}', list: [1, 'x {{ nmae }}', '{{ age'] },
      { variables },
    );
    expect(ok).toBe(false);
    expect(reads).toEqual(['name', 'nmae']);
    expect(problems).toMatchObject([
      { code: 'undefined_variable', path: ['list', 1], start: 5, end: 9 },
      { code: 'expression_invalid', path: ['list', 2], start: 0, end: 2 },
    ]);
  });

  it('is content with any kind that can be printed', () => {
    expect(createChecker(variables).template('{{ age }} {{ tags }} {{ order }} \\{{ {{ "}}" }}')).toMatchObject({
      ok: true,
    });
  });
});
