import { EgressError } from './egress-error.ts';

/** Whatever broke a request to `host`, as an error that may be shown: the words of libraries and servers stay out of it. */
export function toEgressError(error: unknown, { host, signal }: { host: string; signal: AbortSignal }): EgressError {
  if (error instanceof EgressError) return error;
  if (signal.aborted) return interrupted(host, signal);
  const code = codeOf(error);
  if (/HEADERS?_OVERFLOW/.test(code)) return new EgressError('too_large', `the headers of ${host} are too large`);
  return new EgressError('connect_failed', `${host} cannot be reached, or broke off its answer (${code})`);
}

function interrupted(host: string, { reason }: AbortSignal): EgressError {
  return reason instanceof Error && reason.name === 'TimeoutError'
    ? new EgressError('timed_out', `${host} did not answer in time`)
    : new EgressError('aborted', `nobody waits for the answer of ${host} any more`);
}

function codeOf(error: unknown): string {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === 'string' ? code : 'connection failed';
}
