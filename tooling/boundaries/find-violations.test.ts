import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { findViolations } from './find-violations.ts';
import { rules } from './rules.ts';
import { PACKAGES } from './table.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const roots: string[] = [];
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true, force: true })));

/** A small project: path → what the file imports. Everything imported exists. */
function project(files: Record<string, string[]>): string {
  const root = mkdtempSync(join(tmpdir(), 'boundaries-'));
  roots.push(root);
  write(root, 'package.json', '{ "type": "module" }');
  write(root, 'node_modules/express/package.json', '{ "name": "express", "main": "index.js" }');
  write(root, 'node_modules/express/index.js', '');
  for (const [path, imports] of Object.entries(files)) {
    write(root, path, `${imports.map((target, i) => `import * as i${i} from '${target}';\nvoid i${i};`).join('\n')}\n`);
  }
  return root;
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

async function broken(files: Record<string, string[]>): Promise<string[]> {
  const folders = [...new Set(Object.keys(files).map((path) => path.split('/')[0] as string))];
  const found = await findViolations(project(files), folders);
  return [...new Set(found.map(({ rule }) => rule))];
}

/** What breaks a rule, by words of its name. */
const planted: Record<string, Record<string, string[]>> = {
  'scenarios/language imports': {
    'scenarios/language/src/a.ts': ['../../engine/src/b.ts'],
    'scenarios/engine/src/b.ts': [],
  },
  'scenarios/engine imports': { 'scenarios/engine/src/a.ts': ['../../../server/src/b.ts'], 'server/src/b.ts': [] },
  'scenarios/templates imports': {
    'scenarios/templates/src/a.ts': ['../../engine/src/b.ts'],
    'scenarios/engine/src/b.ts': [],
  },
  'plugins/sdk imports': { 'plugins/sdk/src/a.ts': ['../../http/src/b.ts'], 'plugins/http/src/b.ts': [] },
  'plugins/* imports': { 'plugins/crm/src/a.ts': ['../../http/src/b.ts'], 'plugins/http/src/b.ts': [] },
  'server imports': { 'server/src/a.ts': ['../../widget/src/b.ts'], 'widget/src/b.ts': [] },
  'studio imports': { 'studio/src/a.ts': ['../../server/src/b.ts'], 'server/src/b.ts': [] },
  'widget imports': { 'widget/src/a.ts': ['../../scenarios/language/src/b.ts'], 'scenarios/language/src/b.ts': [] },
  'bench imports': { 'bench/src/a.ts': ['../../widget/src/b.ts'], 'widget/src/b.ts': [] },
  'tooling imports': { 'tooling/a.ts': ['../server/src/b.ts'], 'server/src/b.ts': [] },
  'server/src/platform imports': { 'server/src/platform/a.ts': ['../runtime/b.ts'], 'server/src/runtime/b.ts': [] },
  'server/src/runtime imports': {
    'server/src/runtime/a.ts': ['../features/x/index.ts'],
    'server/src/features/x/index.ts': [],
  },
  'server/src/plugin-host imports': {
    'server/src/plugin-host/a.ts': ['../runtime/b.ts'],
    'server/src/runtime/b.ts': [],
  },
  'server/src/features imports': { 'server/src/features/x/a.ts': ['../../cli/b.ts'], 'server/src/cli/b.ts': [] },
  'server/src/cli imports': { 'server/src/cli/a.ts': ['../runtime/b.ts'], 'server/src/runtime/b.ts': [] },
  'model.ts of a feature': {
    'server/src/features/x/model.ts': ['./operations/a.ts'],
    'server/src/features/x/operations/a.ts': [],
  },
  'operations/ of a feature': {
    'server/src/features/x/operations/a.ts': ['../routes.ts'],
    'server/src/features/x/routes.ts': [],
  },
  'a feature is entered by its index.ts': {
    'server/src/features/x/a.ts': ['../y/model.ts'],
    'server/src/features/y/model.ts': [],
  },
  'plugins are imported in one place': {
    'server/src/plugin-host/other.ts': ['../../../plugins/http/src/b.ts'],
    'plugins/http/src/b.ts': [],
  },
  'HTTP stops at the routes': { 'server/src/features/x/operations/a.ts': ['express'] },
  'pure packages import no module': { 'scenarios/engine/src/a.ts': ['node:fs'] },
  'plugins go outside by the guarded': { 'plugins/http/src/a.ts': ['node:net'] },
  'no circles': { 'bench/src/a.ts': ['./b.ts'], 'bench/src/b.ts': ['./a.ts'] },
  'every import is found': { 'bench/src/a.ts': ['./nowhere.ts'] },
  'fixtures are for tests': { 'bench/src/a.ts': ['./b.fixture.ts'], 'bench/src/b.fixture.ts': [] },
};

describe('the boundary check', () => {
  it('has an example for every rule', () => {
    const unproven = rules.filter(({ name }) => !Object.keys(planted).some((words) => name?.startsWith(words)));
    expect(unproven.map(({ name }) => name)).toEqual([]);
  });

  it.for(Object.entries(planted))('finds what breaks “%s”', async ([words, files]) => {
    expect(await broken(files)).toContainEqual(expect.stringMatching(new RegExp(`^${words.replace('*', '\\*')}`)));
  });

  it.for<[string, string]>([
    ['by the name of the package', `import { b } from '@scenarium/engine'; void b;`],
    ['for its types alone', `import type { B } from '../../engine/src/b.ts'; export type A = B;`],
    ['within a type', `export type A = import('../../engine/src/b.ts').B;`],
    ['to hand it on', `export * from '../../engine/src/b.ts';`],
    ['when it is needed', `export const later = () => import('../../engine/src/b.ts');`],
  ])('finds what is imported %s', async ([, text]) => {
    const root = project({});
    write(
      root,
      'scenarios/engine/package.json',
      '{ "exports": { "scenarium-source": "./src/b.ts", "default": "./dist/b.js" } }',
    );
    write(root, 'scenarios/engine/src/b.ts', 'export const b = 1;\nexport type B = number;\n');
    write(root, 'scenarios/language/src/a.ts', text);
    mkdirSync(join(root, 'node_modules/@scenarium'));
    symlinkSync('../../scenarios/engine', join(root, 'node_modules/@scenarium/engine'));
    expect(await findViolations(root, ['scenarios'])).toEqual([
      {
        rule: 'scenarios/language imports nothing of ours',
        from: 'scenarios/language/src/a.ts',
        to: 'scenarios/engine/src/b.ts',
      },
    ]);
  });

  it('knows every package of the project', () => {
    const { workspaces } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
      workspaces: string[];
    };
    const named = Object.keys(PACKAGES).map((name) => new RegExp(`^${name.replace('*', '[^/]+')}$`));
    expect(workspaces.filter((name) => !named.some((pattern) => pattern.test(name)))).toEqual([]);
  });

  it('allows what the table allows', async () => {
    const found = await broken({
      'scenarios/language/src/index.ts': [],
      'scenarios/engine/src/a.ts': ['../../language/src/index.ts'],
      'plugins/sdk/src/index.ts': ['../../../scenarios/language/src/index.ts'],
      'plugins/http/src/a.ts': ['../../sdk/src/index.ts'],
      'server/src/plugin-host/installed.ts': ['../../../plugins/http/src/a.ts'],
      'server/src/features/x/index.ts': ['./operations/a.ts', '../../runtime/a.ts'],
      'server/src/features/x/operations/a.ts': ['../../y/index.ts'],
      'server/src/features/y/index.ts': [],
      'server/src/runtime/a.ts': ['../../../scenarios/engine/src/a.ts', 'node:fs'],
      'server/src/main.ts': ['./features/x/index.ts', 'express'],
    });
    expect(found).toEqual([]);
  });

  it('says nothing of no sources: that is an error', async () => {
    await expect(findViolations(fileURLToPath(new URL('.', import.meta.url)), ['nowhere'])).rejects.toThrow();
  });
});
