import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parts } from './parts.ts';

export const KINDS = ['action', 'tool', 'model', 'retriever', 'channel', 'events'] as const;
export type Kind = (typeof KINDS)[number];

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Writes the files of a plugin to `plugins/<name>`. */
export function createPlugin({ kind, name }: { kind: Kind; name: string }): { folder: string; problem?: string } {
  const folder = `plugins/${name}`;
  const path = join(root, folder);
  if (existsSync(path)) return { folder, problem: `${folder} is there already: choose another name` };
  mkdirSync(join(path, 'src'), { recursive: true });
  const { definition, server, test } = parts[kind](name, camel(name));
  const files: Record<string, string> = {
    'package.json': manifest(name, kind),
    'tsconfig.json': TSCONFIG,
    'README.md': `# ${title(name)}\n\nWhat it does, and what a connection of it needs.\n`,
    'src/index.ts': definition,
    'src/server.ts': server,
    'src/server.test.ts': test,
  };
  for (const [file, content] of Object.entries(files)) writeFileSync(join(path, file), content);
  return { folder };
}

function manifest(name: string, kind: Kind): string {
  const door = (file: string) => ({
    source: `./src/${file}.ts`,
    types: `./dist/${file}.d.ts`,
    default: `./dist/${file}.js`,
  });
  const content = {
    name: `@scenarium/plugin-${name}`,
    version: '0.1.0',
    license: 'MIT',
    type: 'module',
    exports: { '.': door('index'), './server': door('server') },
    files: ['dist'],
    dependencies: {
      ...(kind === 'model' && { '@langchain/core': '1.2.13' }),
      '@scenarium/sdk': '0.1.0',
      zod: '4.6.7',
    },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

const TSCONFIG = `{
  "extends": "../../tooling/tsconfig.node.json",
  "compilerOptions": { "rootDir": "src", "outDir": "dist", "tsBuildInfoFile": "dist/.tsbuildinfo" },
  "include": ["src"],
  "exclude": ["src/**/*.test.ts", "src/**/*.fixture.ts"],
  "references": [{ "path": "../sdk" }]
}
`;

function camel(name: string): string {
  return name.replace(/-+(\w?)/g, (_, letter: string) => letter.toUpperCase());
}

function title(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
}
