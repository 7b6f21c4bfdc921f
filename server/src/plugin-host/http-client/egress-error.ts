/** A request that was refused or failed. The message never holds a query string, a header or a body. */
export class EgressError extends Error {
  readonly code:
    | 'egress_refused'
    | 'egress_scheme'
    | 'dns_failed'
    | 'connect_failed'
    | 'timed_out'
    | 'too_large'
    | 'too_many_redirects'
    | 'circuit_open'
    | 'aborted';

  constructor(code: EgressError['code'], message: string) {
    super(message);
    this.name = 'EgressError';
    this.code = code;
  }
}
