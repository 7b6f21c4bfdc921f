/** A text in each interface language. */
export interface LocalisedText {
  en: string;
  ru: string;
}

/** Where in a scenario a problem lies: the path always, the step where there is one, the line where it came from a text. */
export interface Place {
  path: (string | number)[];
  step?: string;
  line?: number;
  column?: number;
}

/**
 * One thing wrong with a scenario: `code` is stable, `message` says what is wrong with the offending value named,
 * `hint` says what to do next. Errors forbid publishing, warnings ask, infos only inform.
 *
 * @example { code: 'unreachable_step', severity: 'warning', place: { path: ['steps', 3], step: 'thanks' }, message: …, hint: … }
 */
export interface Problem {
  code: string;
  severity: 'error' | 'warning' | 'info';
  place: Place;
  message: LocalisedText;
  hint: LocalisedText;
}
