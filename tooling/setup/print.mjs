/** Prints a line of progress. */
export function progress(line) {
  process.stdout.write(`  ${line}\n`);
}

/** Ends with one sentence that says what to do. */
export function giveUp(sentence) {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}
