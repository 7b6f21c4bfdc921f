import type { Duplex } from 'node:stream';

/** Values in both directions over a stream: one line of JSON each. */
export interface Frames {
  /** Resolves when the other side takes in as fast as is written. */
  send(value: unknown): Promise<void>;
}

export interface FramesOptions {
  heard(value: unknown): void;
  /** The other side broke the rules: what it sent is no value, too long, or too much. */
  broken(reason: string): void;
  /** Most bytes of one value. */
  longest?: number;
  /** Most values within one second. */
  mostPerSecond?: number;
}

const LONGEST = 16_000_000;
const MOST_PER_SECOND = 5_000;

/** @example const frames = createFrames(socket, { heard: (value) => …, broken: (reason) => child.kill() }); */
export function createFrames(
  stream: Duplex,
  { heard, broken, longest = LONGEST, mostPerSecond = MOST_PER_SECOND }: FramesOptions,
): Frames {
  let parts: Buffer[] = [];
  let length = 0;
  let isBroken = false;
  let second = 0;
  let heardInSecond = 0;

  function fail(reason: string): void {
    isBroken = true;
    parts = [];
    broken(reason);
  }

  function take(line: Buffer): void {
    const now = Math.floor(performance.now() / 1_000);
    heardInSecond = now === second ? heardInSecond + 1 : 1;
    second = now;
    if (heardInSecond > mostPerSecond) return fail('too many messages');
    let value: unknown;
    try {
      value = JSON.parse(line.toString('utf8'));
    } catch {
      return fail('what it says is no JSON');
    }
    heard(value);
  }

  stream.on('data', (data: Buffer) => {
    let begin = 0;
    while (!isBroken) {
      const end = data.indexOf(NEWLINE, begin);
      const part = data.subarray(begin, end === -1 ? undefined : end);
      length += part.length;
      if (length > longest) return fail('a message is too long');
      parts.push(part);
      if (end === -1) return;
      const line = parts.length === 1 ? part : Buffer.concat(parts);
      parts = [];
      length = 0;
      begin = end + 1;
      take(line);
    }
  });
  stream.on('error', () => undefined);

  return {
    async send(value) {
      if (stream.destroyed || stream.write(`${JSON.stringify(value)}\n`)) return;
      await new Promise<void>((resolve) => stream.once('drain', resolve).once('close', resolve));
    },
  };
}

const NEWLINE = 10;
