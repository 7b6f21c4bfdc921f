/** A step could not do what it should; its `error` flow, or the scenario's fallback, goes on from there. */
export class StepFailure extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'StepFailure';
    this.code = code;
  }
}
