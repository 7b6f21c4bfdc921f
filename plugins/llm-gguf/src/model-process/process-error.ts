/** A failure with the code that scenarios will see. */
export class ProcessError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'ProcessError';
    this.code = code;
  }
}
