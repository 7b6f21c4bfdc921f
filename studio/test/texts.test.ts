import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = fileURLToPath(new URL('../src/', import.meta.url));
const folders = ['app', 'ui', ...readdirSync(`${source}features`).map((name) => `features/${name}`)];
const FORMS = { en: ['one', 'other'], ru: ['one', 'few', 'many', 'other'] };

async function textsOf(folder: string, language: 'en' | 'ru'): Promise<Record<string, string>> {
  const loaded = (await import(`${source}${folder}/texts/${language}.ts`)) as Record<string, Record<string, string>>;
  return loaded[language] as Record<string, string>;
}

/** `live_one` → `live`, with the forms that there are. */
function formsOf(texts: Record<string, string>): Map<string, string[]> {
  const forms = new Map<string, string[]>();
  for (const key of Object.keys(texts)) {
    const [, base, form] = /^(.*)_(one|few|many|other)$/.exec(key) ?? [];
    if (base !== undefined && form !== undefined) forms.set(base, [...(forms.get(base) ?? []), form]);
  }
  return forms;
}

const plain = (texts: Record<string, string>): string[] =>
  Object.keys(texts)
    .filter((key) => !/_(one|few|many|other)$/.test(key))
    .sort();
const valuesIn = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe.for(folders)('texts of %s', (folder) => {
  it('are there in both languages, with every plural form of each', async () => {
    const [en, ru] = [await textsOf(folder, 'en'), await textsOf(folder, 'ru')];
    expect(plain(ru)).toEqual(plain(en));
    expect([...formsOf(ru).keys()].sort()).toEqual([...formsOf(en).keys()].sort());
    for (const [key, forms] of formsOf(en)) expect([key, forms.sort()]).toEqual([key, FORMS.en]);
    for (const [key, forms] of formsOf(ru)) expect([key, forms.sort()]).toEqual([key, [...FORMS.ru].sort()]);
  });

  it('take the same values in both languages, and none is empty', async () => {
    const [en, ru] = [await textsOf(folder, 'en'), await textsOf(folder, 'ru')];
    for (const key of plain(en)) expect([key, valuesIn(ru[key] ?? '')]).toEqual([key, valuesIn(en[key] ?? '')]);
    for (const [key, text] of Object.entries({ ...en, ...ru })) expect([key, text.trim()]).not.toEqual([key, '']);
  });
});
