import type { Json, StepOf } from '@scenarium/language';
import type { ReceivedMessage } from '../contract/event.ts';
import type { Token } from '../contract/run.ts';
import type { Work } from '../work/work.ts';

export type Answer = StepOf<'ask'>['answer'];
export type AnswerOf<T extends Answer['type']> = Extract<Answer, { type: T }>;

/** Where an answer came from. */
export interface Said {
  work: Work;
  token: Token;
  message: ReceivedMessage;
}

/** The value of an answer, or null when it is none. `option`: which one was chosen. May throw ExpressionError. */
export type AnswerParser<A> = (answer: A, said: Said) => { value: Json; option?: string } | null;
