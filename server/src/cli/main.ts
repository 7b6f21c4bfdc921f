import { Command } from 'commander';
import { config as loadEnvironment } from 'dotenv';
import { chat } from './commands/chat.ts';
import { doctor } from './commands/doctor.ts';
import { exportScenario } from './commands/export.ts';
import { importFile } from './commands/import.ts';
import { uploadDocuments } from './commands/knowledge.ts';
import { lintFiles } from './commands/lint.ts';
import { testCases } from './commands/test.ts';
import { CliError } from './cli-error.ts';
import { rotateKey } from '../platform/security/secret-key.ts';

loadEnvironment({ quiet: true });

const server = [
  '-s, --server <url>',
  'address of the server',
  `http://localhost:${process.env['PORT'] ?? '3000'}`,
] as const;
const program = new Command('scenarium').description('Build, prove and run support agents');

program
  .command('chat')
  .description('talk to a scenario file, or to an agent of a running server (its id), in the terminal')
  .argument('<scenario or agent>')
  .option('-l, --locale <locale>', 'language', 'en')
  .option(...server)
  .action(chat);
program
  .command('lint')
  .description('say what is wrong with scenario files')
  .argument('<files...>')
  .option('-l, --locale <locale>', 'language of the messages: en, ru', 'en')
  .action(lintFiles);
program
  .command('test')
  .description('run the cases of scenarios: folders with scenario.yaml and cases/*.case.yaml')
  .argument('<folders...>')
  .action(testCases);
program
  .command('import')
  .description(
    'add a scenario file (YAML, JSON, BPMN, Typebot, Flowise) and its cases/*.case.yaml to a running server, or save it over the draft there',
  )
  .argument('<file>')
  .option(...server)
  .option('-p, --publish', 'publish it as a version')
  .action((file: string, options: { server: string; publish?: boolean }) =>
    importFile(file, { ...options, env: process.env }),
  );
program
  .command('export')
  .description('print the draft of a scenario of a running server')
  .argument('<scenario>')
  .option('-f, --format <format>', 'yaml, json or bpmn', 'yaml')
  .option('--folder <folder>', 'write it there, with its cases')
  .option(...server)
  .action((id: string, options: { server: string; format: string; folder?: string }) =>
    exportScenario(id, { ...options, env: process.env }),
  );
program
  .command('knowledge')
  .description('the knowledge bases of a running server')
  .command('upload')
  .description('upload documents: PDF, DOCX, HTML, Markdown, text')
  .argument('<files...>')
  .option('-b, --base <base>', 'knowledge base, by key or id', 'main')
  .option(...server)
  .action((files: string[], options: { server: string; base: string }) =>
    uploadDocuments(files, { ...options, env: process.env }),
  );
program
  .command('rotate-key')
  .description('make a new secret; the next start seals the secrets of connections with it')
  .action(() => {
    rotateKey(process.env['DATA_DIR'] ?? './data');
    process.stdout.write('A new secret is made. Restart the server; everybody signs in anew.\n');
  });
program
  .command('doctor')
  .description('say what is used here and whether it is healthy')
  .action(() => doctor(process.env));

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CliError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
