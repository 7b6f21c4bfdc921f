/** A request that was refused or failed. The message never holds a path, a query string, a header or a body. */
export class EgressError extends Error {
  readonly code: EgressCode;
  /** May the same request succeed later without anybody changing anything? */
  readonly retryable: boolean;

  constructor(code: EgressCode, message: string, { retryable = RETRYABLE.has(code) }: { retryable?: boolean } = {}) {
    super(message);
    this.name = 'EgressError';
    this.code = code;
    this.retryable = retryable;
  }
}

export type EgressCode =
  | 'egress_refused'
  | 'egress_scheme'
  | 'dns_failed'
  | 'connect_failed'
  | 'timed_out'
  | 'too_large'
  | 'too_many_redirects'
  | 'circuit_open'
  | 'aborted';

const RETRYABLE: ReadonlySet<EgressCode> = new Set(['connect_failed', 'timed_out', 'circuit_open']);
