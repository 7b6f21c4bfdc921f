declare module 'pino-roll' {
  import type { EventEmitter } from 'node:events';

  interface Rolling extends EventEmitter {
    write(line: string): boolean;
    flushSync(): void;
    end(): void;
  }
  export default function build(options: {
    file: string;
    extension: string;
    frequency: 'daily';
    dateFormat: string;
    size: string;
    limit: { count: number };
    sync: boolean;
    maxLength: number;
  }): Promise<Rolling>;
}
