/**
 * A failure that scenarios can tell apart by its stable code. Never put a secret into the message.
 * @example throw new ActionError('lead_not_found', `there is no lead ${id}`)
 */
export class ActionError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'ActionError';
    this.code = code;
  }
}
