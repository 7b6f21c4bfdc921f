import { describe, expect, it } from 'vitest';
import { fitMessage } from './fit-message.ts';

const none = { buttons: false, attachments: false, typing: false, locale: false };
const all = { buttons: true, attachments: true, typing: true, locale: true };
const body = { kind: 'message' as const, locale: 'ru', text: 'Что выбрать?' };
const buttons = [
  { id: 'a', label: 'Заказ' },
  { id: 's', label: 'Сайт', url: 'https://example.com' },
  { id: 'b', label: 'Возврат' },
];
const attachments = [{ url: 'https://example.com/a.pdf', type: 'file', name: 'Чек' }];

describe('a message for a service', () => {
  it('given it shows everything, then nothing changes', () => {
    expect(fitMessage({ ...body, buttons, attachments }, all)).toEqual([
      { text: body.text, locale: 'ru', buttons, attachments },
    ]);
  });

  it('given it has neither buttons nor attachments, then both are written, and choices are numbered', () => {
    const [part, ...more] = fitMessage({ ...body, buttons, attachments }, none);
    expect(part).toEqual({
      locale: 'ru',
      text: 'Что выбрать?\nЧек: https://example.com/a.pdf\n1. Заказ\nСайт: https://example.com\n2. Возврат',
    });
    expect(more).toEqual([]);
  });

  it.for([
    ['First paragraph here.\n\nSecond one.', 30, ['First paragraph here.', 'Second one.']],
    ['One sentence is here. And another one', 25, ['One sentence is here.', 'And another one']],
    ['many words without an end', 20, ['many words without', 'an end']],
    ['a'.repeat(45), 20, ['a'.repeat(20), 'a'.repeat(20), 'a'.repeat(5)]],
    [`${'a'.repeat(19)}😀b`, 20, ['a'.repeat(19), '😀b']],
    ['', 20, ['']],
  ] as const)('given %j and at most %d characters, then it is cut where people would', ([text, maxText, parts]) => {
    const cut = fitMessage({ ...body, text, buttons }, { ...all, maxText });
    expect(cut.map((part) => part.text)).toEqual(parts);
    expect(cut.map((part) => part.buttons !== undefined)).toEqual(parts.map((_, i) => i === parts.length - 1));
  });
});
