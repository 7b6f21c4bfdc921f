import { defineProblems } from '../../platform/errors/problem.ts';

export const blockProblems = defineProblems({
  block_not_found: { status: 404, title: { en: 'There is no such block', ru: 'Нет такого блока' } },
  block_exists: {
    status: 409,
    title: { en: 'A block with this name exists', ru: 'Блок с таким названием уже есть' },
    next: { en: 'Choose another name', ru: 'Выберите другое название' },
  },
});
