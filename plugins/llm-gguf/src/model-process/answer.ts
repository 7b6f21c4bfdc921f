import type { OpenModel } from './open-model.ts';
import { ProcessError } from './process-error.ts';
import type { Answered, AnswerWanted } from './protocol.ts';

interface Watching {
  signal: AbortSignal;
  onText(text: string): void;
}

/**
 * Writes an answer.
 *
 * @throws ProcessError `context_exceeded`, `model_refused`
 */
export async function answer(
  { loaded, model, contextTokens, chat }: OpenModel,
  { history, maxTokens, temperature, functions, schema }: AnswerWanted,
  { signal, onText }: Watching,
): Promise<Answered> {
  if (!chat) throw new ProcessError('model_refused', 'this model was opened for vectors');
  const { contextText } = chat.chatWrapper.generateContextState({
    chatHistory: history,
    ...(functions && { availableFunctions: functions }),
  });
  const inputTokens = contextText.tokenize(model.tokenizer).length;
  const room = contextTokens - inputTokens - MARGIN;
  if (room < 1)
    throw new ProcessError(
      'context_exceeded',
      `the conversation has ${inputTokens} tokens, the context ${contextTokens}: make it longer in the connection, or give the step less history and fewer passages`,
    );
  // The library types a schema by its literal; this one is known only now.
  const grammar = schema && (await loaded.llama.createGrammarForJsonSchema(schema as never));
  const before = chat.sequence.tokenMeter.usedOutputTokens;
  const { response, functionCalls, metadata } = await chat.generateResponse(history, {
    signal,
    temperature,
    maxTokens: Math.min(maxTokens, room),
    onTextChunk: onText,
    // Nothing is forgotten silently: what does not fit was refused above.
    contextShift: { size: 1 },
    ...(grammar ? { grammar } : functions && { functions }),
  });
  return {
    text: response,
    calls: (functionCalls ?? []).map(({ functionName, params }) => ({ name: functionName, params })),
    inputTokens,
    outputTokens: chat.sequence.tokenMeter.usedOutputTokens - before,
    isCut: metadata.stopReason === 'maxTokens',
  };
}

/** Tokens that wrappers of chats add behind the prompt. */
const MARGIN = 16;
