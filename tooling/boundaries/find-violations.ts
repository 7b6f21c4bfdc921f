import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { rules } from './rules.ts';

/** An import that the table does not allow; paths from the repository's folder. */
export interface Violation {
  rule: string;
  from: string;
  to: string;
}

const FOLDERS = ['scenarios', 'plugins', 'server', 'widget', 'studio', 'bench', 'tooling'];

/**
 * Checks every import of the TypeScript sources below a folder, types included, against the import table.
 * @throws when no source was found: a check that saw nothing proves nothing
 * @example for (const { rule, from, to } of await findViolations('.')) console.log(`${from} → ${to}: ${rule}`);
 */
export async function findViolations(root: string, folders: readonly string[] = FOLDERS): Promise<Violation[]> {
  const { output } = await cruise(
    [...folders],
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: rules },
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '(^|/)dist/' },
      tsPreCompilationDeps: true,
    },
    {
      exportsFields: ['exports'],
      conditionNames: ['scenarium-source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  );
  const { modules, summary } = output as ICruiseResult;
  if (!modules.some(({ source }) => source.endsWith('.ts'))) throw new Error(`No TypeScript sources below ${root}`);
  return summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}
