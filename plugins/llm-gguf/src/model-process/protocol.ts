import type { ChatHistoryItem, ChatModelFunctions, GbnfJsonSchema } from 'node-llama-cpp';

/** What the process of a model is asked. `open` comes first; `inspect` is answered without loading anything. */
export type Question =
  | ({ kind: 'open' | 'inspect' } & ModelWanted)
  | ({ kind: 'answer' } & AnswerWanted)
  | { kind: 'embed'; texts: readonly string[] };

/** A model as it has to be loaded. */
export interface ModelWanted {
  /** Checked path. */
  file: string;
  purpose: 'chat' | 'embeddings';
  contextTokens: number;
  threads: number;
  /** Bytes that it may take; what is free on the machine when absent. */
  memoryBytes?: number;
}

export interface AnswerWanted {
  /** Ends with the answer of the model that has to be written. */
  history: ChatHistoryItem[];
  maxTokens: number;
  temperature: number;
  functions?: ChatModelFunctions;
  /** The answer is JSON of it. */
  schema?: GbnfJsonSchema;
}

/** To the process: a question, or that nobody waits for its answer any more. */
export type Order = ({ id: number } & Question) | { id: number; kind: 'abort' };

/** From the process: pieces of an answer, a sign of life while there are none, and in the end what came of it. */
export type Reply = { id: number } & (
  | { kind: 'text'; text: string }
  | { kind: 'alive' }
  | { kind: 'done'; result: unknown }
  | { kind: 'failed'; code: string; message: string }
);

/** What an answer came to. */
export interface Answered {
  text: string;
  calls: { name: string; params: unknown }[];
  inputTokens: number;
  outputTokens: number;
  /** Was it cut by the limit of tokens? */
  isCut: boolean;
}
