const ANOTHER = 'set MONGODB_URI to another MongoDB';
const IN_DOCKER =
  'run "docker compose up -d mongo" and set MONGODB_URI=mongodb://127.0.0.1:27017/scenarium?directConnection=true';

/** Why an engine did not start, as its process says it → what to do, in one sentence. The first that fits counts. */
const SENTENCES: readonly [RegExp, (found: string) => string][] = [
  [/DBPathInUse/, () => 'The data folder is used by another server: stop that one, or set DATA_DIR to another folder.'],
  [
    /version [`'"]?(GLIBC(?:XX)?_[\d.]+)' not found/,
    (version) =>
      `The embedded MongoDB engine needs a newer C library (${version}): start with "npm start", which fetches it on Debian, or ${IN_DOCKER}.`,
  ],
  [
    /(?!libembedded)\b(lib\S+\.so[\d.]*): cannot open shared object file: No such file/,
    (library) =>
      `The embedded MongoDB engine needs the library ${library}: install the system's package that has it, or ${ANOTHER}.`,
  ],
  [
    /Cannot find (?:module|native binding)/,
    () => `The embedded MongoDB engine is not installed here: run "npm ci", or ${ANOTHER}.`,
  ],
  [
    /its process ended with (14|SIGABRT)$/m,
    () =>
      'The embedded MongoDB engine cannot read its files, they may be damaged: put back a copy of the data folder, or set DATA_DIR to another folder.',
  ],
  [
    /^spawn (\S+) ENOENT/,
    (loader) => `The embedded MongoDB engine's C library ${loader} is gone: start with "npm start", or ${ANOTHER}.`,
  ],
];

/** What to do about the reason for which the engine did not start. */
export function startSentence(reason: string): string {
  for (const [pattern, sentence] of SENTENCES) {
    const found = pattern.exec(reason);
    if (found) return sentence(found[1] ?? '');
  }
  return `The embedded MongoDB engine cannot be started (${reason.split('\n')[0]}): ${ANOTHER}, or ${IN_DOCKER}.`;
}
