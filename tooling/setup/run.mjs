import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/** Runs a program to its end; answers its exit code and what it printed (unless `show`). Ended after `timeoutMs`. */
export function run(command, args, { cwd = root, env = process.env, show = false, timeoutMs = 600_000 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    const end = (code) => {
      clearTimeout(timer);
      resolve({ code, output });
    };
    child.once('error', (error) => {
      output += error.message;
      end(127);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}
