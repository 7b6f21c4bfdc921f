import { describe, expect, it } from 'vitest';
import { chunkDocument } from './chunk-document.ts';
import { sentencesOf } from './sentences-of.ts';

describe('sentences', () => {
  it.each<[string, string[]]>([
    ['ru', ['Возим диваны, шкафы и т. д. по Москве.', 'Оплата картой.']],
    ['ru', ['Возим диваны и т. д.', 'Оплата картой.']],
    ['ru', ['Адрес: г. Москва, ул. Ленина, д. 5, корп. Б, стр. 2.', 'Вход со двора.']],
    ['ru', ['Срок, т. е. год, см. п. 3.', 'Дом.', 'Кот.', 'Нет.']],
    ['ru', ['А. С. Пушкин родился в 1799 г. в Москве.', 'Это было в 1799 г.', 'Москва росла.']],
    ['ru', ['Доставка стоит 500 р.', 'Подъём 150 руб.', 'Сборка бесплатно.']],
    ['ru', ['Работаем до 21:00!', 'Телефон: тел. 8 800 555-04-77.', 'Он сказал: «Да!» — и ушёл.']],
    ['en', ['Use a card, e.g. Visa or Mr. Smith’s.', 'Then we close.', 'It is a dog.', 'We run.']],
    ['en', ['We close at 5 p.m.', 'The shop opens at 9 a.m. every day.', 'See fig. 3 and no. 5.', 'OK.', 'Go.']],
    ['en', ['Ask Dr. J. R. Brown, i.e. Bob.', 'Version 2.4.1 costs $5.50.', 'Buy milk, etc.', 'We wait.']],
    ['en', ['1. Open the door.', '2. Go in.']],
  ])('given %s: %j, then so they are cut', (language, sentences) => {
    expect(sentencesOf(sentences.join(' '), language)).toEqual(sentences);
  });
});

describe('passages', () => {
  const sentence = (n: number): string =>
    `Пункт ${n}: шкафы, столы и т. п. возим в г. Москву на ул. Ленина, д. ${n}, кв. Б, за день.`;
  const sentences = Array.from({ length: 120 }, (_, i) => sentence(i));

  it.each(['text', 'list', 'table'] as const)('given a long %s, then each ends where a sentence ends', (kind) => {
    const passages = chunkDocument({ blocks: [{ headings: ['A'], text: sentences.join(' '), kind }], language: 'ru' });
    expect(passages.length).toBeGreaterThan(5);
    for (const { text } of passages) {
      expect(text.length).toBeLessThanOrEqual(1_400);
      expect(text).toMatch(/^Пункт \d+:[^]*за день\.$/);
    }
    for (const one of sentences) expect(passages.some(({ text }) => text.includes(one))).toBe(true);
  });

  it('given one sentence over the limit, then only it is cut, between words', () => {
    const long = `Слово ${'слово '.repeat(400)}конец.`;
    const passages = chunkDocument({
      blocks: [{ headings: [], text: `Начало здесь. ${long} Потом ещё.`, kind: 'text' }],
      language: 'ru',
    });
    expect(passages.map(({ text }) => text.length).every((length) => length <= 1_400)).toBe(true);
    expect(passages.flatMap(({ text }) => text.match(/слово/gi) ?? []).length).toBeGreaterThanOrEqual(401);
    for (const { text } of passages) expect(text).not.toMatch(/(^| )(?!слово|слово\.)(лово|ово|во|сло|слов|сл)( |$)/i);
  });
});
