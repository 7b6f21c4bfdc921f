import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ActionError } from '@scenarium/sdk';

/**
 * The path of a model file by its name in the directory of models.
 *
 * @throws ActionError `model_file_refused` for anything but a plain name, or a link out of the directory; `model_file_missing`
 */
export async function modelFile(directory: string, name: string): Promise<string> {
  if (!NAME.test(name))
    throw refused(name, 'give the name of a file in MODELS_DIR that ends with .gguf, without a path');
  try {
    const [home, file] = await Promise.all([realpath(directory), realpath(join(directory, name))]);
    if (dirname(file) !== home) throw refused(name, 'it is a link to elsewhere: put the file itself into MODELS_DIR');
    if (!(await stat(file)).isFile()) throw refused(name, 'it is no file');
    return file;
  } catch (error) {
    if (error instanceof ActionError) throw error;
    const there = (await listModelFiles(directory)).slice(0, 10).join(', ') || 'none';
    throw new ActionError(
      'model_file_missing',
      `there is no “${name}” in MODELS_DIR: put it there (there are: ${there})`,
    );
  }
}

/** Names of the models in the directory; of a model in several files the first. None where there is no directory. */
export async function listModelFiles(directory: string): Promise<string[]> {
  const names = await readdir(directory).catch(() => []);
  return names.filter((name) => NAME.test(name) && !FURTHER_PART.test(name)).sort();
}

const NAME = /^[^\s\p{C}/\\:.][^\s\p{C}/\\:]{0,144}\.gguf$/iu;
const FURTHER_PART = /-(?!00001)\d{5}-of-\d{5}\.gguf$/i;

function refused(name: string, why: string): ActionError {
  return new ActionError('model_file_refused', `the model file “${name.slice(0, 150)}” is refused: ${why}`);
}
