import type { LocalisedText } from '../../problem.ts';

/** CEL's constructs that look like functions but decide themselves what of their arguments is evaluated. */
export const macros: { name: string; signature: string; description: LocalisedText; example: string }[] = [
  {
    name: 'has',
    signature: 'has(object.field): boolean',
    description: {
      en: 'Is the field there, and everything on the way to it?',
      ru: 'Есть ли поле и всё на пути к нему',
    },
    example: 'has(contact.email)',
  },
  {
    name: 'default',
    signature: 'default(any, any): any',
    description: {
      en: 'The first value; the second where the first is missing, null or an empty text',
      ru: 'Первое значение; второе, если первого нет, оно null или пустой текст',
    },
    example: 'default(contact.name, "friend")',
  },
  {
    name: 'map',
    signature: 'list.map(item, any): list',
    description: { en: 'A list of what is made of each item', ru: 'Список того, что получается из каждого элемента' },
    example: '[1, 2].map(n, n * 10)',
  },
  {
    name: 'filter',
    signature: 'list.filter(item, boolean): list',
    description: { en: 'The items for which the condition holds', ru: 'Элементы, для которых условие верно' },
    example: '[1, 2, 3].filter(n, n > 1)',
  },
  {
    name: 'all',
    signature: 'list.all(item, boolean): boolean',
    description: { en: 'Does the condition hold for every item?', ru: 'Верно ли условие для всех элементов' },
    example: '[1, 2].all(n, n > 0)',
  },
  {
    name: 'exists',
    signature: 'list.exists(item, boolean): boolean',
    description: { en: 'Does the condition hold for some item?', ru: 'Верно ли условие хотя бы для одного элемента' },
    example: '[1, 2].exists(n, n == 2)',
  },
  {
    name: 'exists_one',
    signature: 'list.exists_one(item, boolean): boolean',
    description: {
      en: 'Does the condition hold for exactly one item?',
      ru: 'Верно ли условие ровно для одного элемента',
    },
    example: '[1, 2].exists_one(n, n == 2)',
  },
];
