import { describe, expect, it } from 'vitest';
import { slugOf } from './slug.ts';
import { variableNameFor } from './variable-name.ts';

describe('names of other products', () => {
  it.for([
    ['Q1 - Wrong!', 'q1_wrong'],
    ['humanInput 5', 'human_input_5'],
    ['Имя клиента', 'imya_klienta'],
    ['Café', 'cafe'],
    ['東京', undefined],
  ])('given “%s”, then an id is %s', ([words, slug]) => {
    expect(slugOf(words as string)).toBe(slug);
  });

  it.for([
    ['message', 'message_value'],
    ['in', 'in_value'],
    ['2nd try', 'value_2nd_try'],
    ['__proto__', 'proto'],
    ['東京', 'value'],
  ])('given “%s”, then a variable is %s', ([name, variable]) => {
    expect(variableNameFor(name as string)).toBe(variable);
  });
});
