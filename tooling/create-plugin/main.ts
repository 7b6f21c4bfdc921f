// Makes a plugin with its test: npm run create-plugin <kind> <name>
import { createPlugin, KINDS } from './create-plugin.ts';

const [kind = '', name = ''] = process.argv.slice(2);
const problem = !KINDS.some((known) => known === kind)
  ? `“${kind}” is no kind of plugin: use ${KINDS.join(', ')}`
  : /^[a-z][a-z0-9-]{1,39}$/.test(name)
    ? null
    : `“${name}” is no name: use small letters, digits and “-”`;

if (problem === null) {
  const { folder, problem: failed } = createPlugin({ kind: kind as (typeof KINDS)[number], name });
  if (failed === undefined) {
    process.stdout.write(`Made ${folder}. Test it: npm test, or node_modules/.bin/vitest run ${folder}\n`);
    process.stdout.write(
      'To let the server use it, add it to server/src/plugin-host/installed.ts. docs/guides/plugins.md tells the rest.\n',
    );
    process.exit(0);
  }
  process.stderr.write(`${failed}\n`);
} else process.stderr.write(`${problem}\nUsage: npm run create-plugin <kind> <name>\n`);
process.exit(1);
