import { describe, expect, it } from 'vitest';
import { beforeQuestion, withContext, type Said } from './follow-up.ts';

const said = (...texts: string[]): Said[] => texts.map((text) => ({ role: 'user', text }));

describe('a question that goes on from another', () => {
  it.each([
    ['А сколько это стоит?', 'Есть у вас доставка холодильников?', 'А сколько это стоит? доставка холодильников'],
    ['А когда?', 'Доставка холодильников', 'А когда? Доставка холодильников'],
    ['А для юрлиц?', 'Как оформить возврат товара?', 'А для юрлиц? оформить возврат товара'],
    ['And how much is it?', 'Do you deliver fridges?', 'And how much is it? deliver fridges'],
    ['What about tablets?', 'How long is the warranty?', 'What about tablets? warranty'],
    ['Do they expire?', 'What are bonus points?', 'Do they expire? bonus points'],
  ])('given “%s” after “%s”, then “%s” is looked up', (question, before, expected) =>
    expect(withContext(question, said(before))).toBe(expected),
  );

  it.each([
    ['Как вернуть товар без чека?', 'Есть у вас доставка холодильников?'],
    ['How do I reset my password?', 'Do you deliver fridges?'],
    ['Возврат товара', 'Есть доставка?'],
    ['Opening hours', 'Do you deliver fridges?'],
    ['А сколько это стоит?', 'Здравствуйте!'],
  ])('given “%s” after “%s”, then it stays as it is', (question, before) =>
    expect(withContext(question, said(before))).toBe(question),
  );

  it('given several in a row, then the last thing that was named counts, and not what the agent said', () => {
    const before: Said[] = [
      ...said('Warranty of laptops?', 'Do you deliver fridges?', 'How much?'),
      { role: 'assistant', text: 'Parking is free' },
    ];
    expect(withContext('And when?', before)).toBe('And when? deliver fridges');
  });

  it('given the question itself as the latest message, then it is not taken for what was before', () => {
    expect(beforeQuestion('And when? ', said('Fridges?', 'And when?'))).toEqual(said('Fridges?'));
    expect(beforeQuestion('And when?', said('Fridges?'))).toEqual(said('Fridges?'));
  });
});
