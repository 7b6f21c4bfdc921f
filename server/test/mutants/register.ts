// Switches one safeguard off while the sources are loaded: MUTANT=<name> node --import ./server/test/mutants/register.ts …
import { registerHooks } from 'node:module';
import { deadly, journalMutants, mutants } from './mutants.ts';

const mutant = [...mutants, ...journalMutants, deadly].find(({ name }) => name === process.env['MUTANT']);
if (!mutant) throw new Error(`there is no mutant “${process.env['MUTANT']}”`);

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith(`/server/src/runtime/${mutant.file}`)) return nextLoad(url, context);
    const loaded = nextLoad(url, { ...context, format: 'module-typescript' });
    const source = String(loaded.source);
    if (!source.includes(mutant.find)) throw new Error(`“${mutant.find}” is not in ${mutant.file}`);
    return { ...loaded, source: source.replace(mutant.find, mutant.replace) };
  },
});
