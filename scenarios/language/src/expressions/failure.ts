/** Why a value could not be found; becomes an ExpressionError at the edge, where the source is known. */
export class Failure extends Error {
  readonly code: 'expression_failed' | 'expression_type' | 'expression_limit';

  constructor(code: Failure['code'], message: string) {
    super(message);
    this.name = 'Failure';
    this.code = code;
  }
}

/** Something is not there: `default()` and `has()` answer for it. `sought`: what was looked for, `within`: where. */
export class Missing extends Failure {
  readonly within: object;
  readonly sought: string;

  constructor(message: string, sought = '', within: object = {}) {
    super('expression_failed', message);
    this.within = within;
    this.sought = sought;
  }
}
