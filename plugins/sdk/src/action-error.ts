/** What a caller may know about a failure. Times in milliseconds. */
export interface ActionErrorOptions {
  /** May the same call succeed later without anybody changing anything? No when absent. */
  retryable?: boolean;
  /** When the service asked to be called again. */
  retryAfterMs?: number;
}

/**
 * A failure that scenarios can tell apart by its stable code in snake_case. People read the message, so never put a secret into it.
 *
 * @example throw new ActionError('lead_not_found', `there is no lead ${id}: check the number`);
 * @example throw new ActionError('crm_busy', 'the CRM asks for a pause', { retryable: true, retryAfterMs: 30_000 });
 */
export class ActionError extends Error {
  readonly code: string;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(code: string, message: string, { retryable = false, retryAfterMs }: ActionErrorOptions = {}) {
    super(message);
    this.name = 'ActionError';
    this.code = code;
    this.retryable = retryable;
    this.retryAfterMs = retryAfterMs;
  }
}
