import type { Bindings } from '../compile/compiled-scenario.ts';
import { Failure } from './failure.ts';

/** Units of work one evaluation may take; a unit is about 20 ns, so that none lasts longer than some 20 ms. */
const MOST_WORK = 1_000_000;
export const LONGEST_TEXT = 65_536;
/** Work of a failure that is caught and overlooked. */
export const COST_OF_FAILURE = 600;

/** A compiled expression: gives its value, reading bindings and locals from the evaluation. */
export type Program = (run: Evaluation) => unknown;

/**
 * One evaluation of an expression or template: what it sees and the work it may still do. Work is counted, not timed, so that
 * an evaluation ends the same way on every machine.
 */
export class Evaluation {
  readonly bindings: Bindings;
  /** IANA time zone of the scenario. */
  readonly timezone: string;
  /** Items of the loops around, outermost first. */
  readonly locals: unknown[] = [];
  #left = MOST_WORK;

  constructor(bindings: Bindings, timezone: string) {
    this.bindings = bindings;
    this.timezone = timezone;
  }

  /** The locale of the run. */
  get locale(): string {
    const { locale } = this.bindings;
    return typeof locale === 'string' ? locale : 'en';
  }

  /** @throws Failure `expression_limit` when the work is used up */
  spend(units: number): void {
    this.#left -= units;
    if (this.#left < 0)
      throw new Failure('expression_limit', 'the expression takes too much work: use shorter lists and texts');
  }

  /** The text, when it is not too long. @throws Failure `expression_limit` */
  text(text: string): string {
    this.spend(1 + (text.length >> 6));
    if (text.length > LONGEST_TEXT)
      throw new Failure(
        'expression_limit',
        `a text of ${text.length} characters is too long, ${LONGEST_TEXT} are allowed`,
      );
    return text;
  }
}
