import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const documents = globSync(['*.md', 'docs/**/*.md'], { cwd: root });
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
/** Commands of the README's blocks, without what is said about them. */
const commands = [...read('README.md').matchAll(/```sh\n(.*?)```/gs)].flatMap(([, block]) =>
  (block as string).split('\n').flatMap((line) => line.split('#')[0]?.trim() || []),
);

describe('documents', () => {
  it.for([...documents, 'docker-compose.yml', '.env.example'])('%s names npm scripts that exist', (path) => {
    const named = [...read(path).matchAll(/npm (?:run )?([a-z][\w:-]*)/g)].map(([, name]) => name as string);
    expect(named.filter((name) => !(name in scripts) && !['ci', 'install'].includes(name))).toEqual([]);
  });

  it.for(documents)('%s links to files that exist', (path) => {
    const links = [...read(path).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link as string);
    expect(links.filter((link) => !existsSync(join(root, dirname(path), link)))).toEqual([]);
  });

  it('name folders that exist', () => {
    const folders = [...read('README.md').matchAll(/^\| `([^`]+)`/gm)].map(([, folder]) => folder as string);
    expect(folders.length).toBeGreaterThan(5);
    expect(folders.filter((folder) => !existsSync(join(root, folder)))).toEqual([]);
  });

  it('name commands of the command line that exist, with files and options that exist', () => {
    const help = (...command: string[]): string =>
      execFileSync(
        process.execPath,
        ['--conditions=scenarium-source', 'server/src/cli/main.ts', ...command, '--help'],
        {
          cwd: root,
          encoding: 'utf8',
        },
      );
    const known = [...help().matchAll(/^ {2}([a-z][a-z-]*) /gm)].map(([, name]) => name as string);
    const named = commands
      .filter((line) => line.startsWith('npm run scenarium -- '))
      .map((line) => line.split(' ').slice(4));
    expect(named.length).toBeGreaterThan(0);
    for (const [command = '', ...rest] of named) {
      expect(known).toContain(command);
      for (const option of rest.filter((word) => word.startsWith('--'))) expect(help(command)).toContain(option);
      const files = rest.filter((word) => word.startsWith('scenarios/'));
      for (const file of files) expect(globSync(file, { cwd: root })).not.toEqual([]);
    }
  });
});

describe('npm scripts', () => {
  it.for(Object.entries(scripts))('%s runs files that exist', ([, script]) => {
    const files = script.split(' ').filter((word) => /\.(mjs|ts)$/.test(word));
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});

describe('the workflow', () => {
  const { jobs } = parse(read('.github/workflows/test.yml')) as {
    jobs: Record<string, { container?: string; steps: { run?: string }[] }>;
  };

  it.for(Object.keys(jobs))('runs what the README tells to run: %s', (name) => {
    const run = jobs[name]?.steps.map((step) => step.run ?? '').join('\n') ?? '';
    const first = commands.filter((line) => /^npm \w+$/.test(line));
    expect(first).toEqual(['npm start', 'npm test']);
    for (const command of first) expect(run).toMatch(new RegExp(`^${command}\\b`, 'm'));
  });

  it('runs it on an older system as well', () => {
    expect(Object.values(jobs).map(({ container }) => container)).toContain('node:20-bookworm');
  });
});
