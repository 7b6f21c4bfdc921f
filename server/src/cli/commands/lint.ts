import { lint } from '@scenarium/language';
import { catalogOf, installedPlugins } from '../../plugin-host/index.ts';
import { CliError } from '../cli-error.ts';
import { readScenario, shown } from '../read-scenario.ts';

/** Prints what is wrong with scenario files; errors make the command fail. */
export function lintFiles(files: string[], { locale }: { locale: string }): void {
  const actions = catalogOf(installedPlugins({ modelsDirectory: '', stdioServers: {} }));
  const scenarios = files.map((file) => ({ file, scenario: readScenario(file) }));
  const byId = Object.fromEntries(scenarios.map(({ scenario }) => [scenario.id, scenario]));
  let errors = 0;
  for (const { file, scenario } of scenarios) {
    for (const problem of lint(scenario, { actions, scenarios: byId })) {
      if (problem.severity === 'error') errors += 1;
      process.stdout.write(`${shown(file, problem, locale === 'ru' ? 'ru' : 'en')}\n`);
    }
  }
  if (errors > 0) throw new CliError(`${errors} ${errors === 1 ? 'error' : 'errors'}`);
}
