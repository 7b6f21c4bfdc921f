import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from './paths.mjs';
import { progress } from './print.mjs';
import { run } from './run.mjs';

const NEEDED = [2, 38];
const ELSE =
  'set MONGODB_URI to another MongoDB, or run "docker compose up -d mongo" and set MONGODB_URI=mongodb://127.0.0.1:27017/scenarium?directConnection=true';
const PACKAGES = ['libc6', 'libgcc-s1', 'libstdc++6'];
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/**
 * Finds out how the embedded engine is started here and leaves it in `.cache/engine.json`. It needs a newer C library than some
 * machines have; on an older Debian the one of Debian 13 is put beside it, for that process alone: nothing is installed.
 */
export async function prepareEngine() {
  const file = join(cache, 'engine.json');
  if (process.env.MONGODB_URI) return;
  if (isUsable(file)) return;
  mkdirSync(cache, { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(await launchFacts()));
  renameSync(`${file}.new`, file);
}

/** Do the facts of an earlier set-up still hold? Not when it was cut short or the project's folder was moved. */
function isUsable(file) {
  try {
    const { loader, unavailable } = JSON.parse(readFileSync(file, 'utf8'));
    return !unavailable && (!loader || existsSync(loader));
  } catch {
    return false;
  }
}

async function launchFacts() {
  if (process.platform === 'darwin' && process.arch === 'arm64') return {};
  if (process.platform !== 'linux')
    return { unavailable: `The embedded MongoDB engine does not run on ${process.platform} ${process.arch}: ${ELSE}.` };
  const version = process.report.getReport().header.glibcVersionRuntime?.split('.').map(Number);
  if (!version) return { unavailable: `The embedded MongoDB engine needs glibc, which this machine has not: ${ELSE}.` };
  if (version[0] > NEEDED[0] || (version[0] === NEEDED[0] && version[1] >= NEEDED[1])) return {};
  const old = `The embedded MongoDB engine needs glibc ${NEEDED.join('.')}, this machine has ${version.join('.')}`;
  if (!existsSync(KEYRING)) return { unavailable: `${old}: ${ELSE}.` };
  progress('Fetching a newer C library for the database engine…');
  const libraryPath = await fetchLibraries();
  return libraryPath
    ? { loader: join(libraryPath, loaderName()), libraryPath }
    : { unavailable: `${old}, and Debian's packages could not be fetched: ${ELSE}.` };
}

function loaderName() {
  return process.arch === 'arm64' ? 'ld-linux-aarch64.so.1' : 'ld-linux-x86-64.so.2';
}

async function fetchLibraries() {
  const folder = join(cache, 'engine-libs');
  for (const part of ['state/lists/partial', 'cache/archives/partial', 'packages', 'root'])
    mkdirSync(join(folder, part), { recursive: true });
  const sources = join(folder, 'trixie.sources');
  writeFileSync(
    sources,
    `Types: deb\nURIs: http://deb.debian.org/debian\nSuites: trixie\nComponents: main\nSigned-By: ${KEYRING}\n`,
  );
  writeFileSync(join(folder, 'status'), '');
  const options = {
    'Dir::Etc::sourcelist': sources,
    'Dir::Etc::sourceparts': '-',
    'Dir::State': join(folder, 'state'),
    'Dir::State::status': join(folder, 'status'),
    'Dir::Cache': join(folder, 'cache'),
    'APT::Architecture': process.arch === 'arm64' ? 'arm64' : 'amd64',
    'APT::Sandbox::User': '',
  };
  const flags = Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  const packages = join(folder, 'packages');
  if ((await run('apt-get', [...flags, 'update'])).code !== 0) return null;
  if ((await run('apt-get', [...flags, 'download', ...PACKAGES], { cwd: packages })).code !== 0) return null;
  for (const name of readdirSync(packages)) {
    if ((await run('dpkg-deb', ['-x', join(packages, name), join(folder, 'root')])).code !== 0) return null;
  }
  const libraries = join(
    folder,
    'root',
    'usr',
    'lib',
    process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu',
  );
  return existsSync(join(libraries, loaderName())) ? libraries : null;
}
