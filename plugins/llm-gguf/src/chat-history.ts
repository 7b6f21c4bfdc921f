import { ToolMessage, type AIMessage, type BaseMessage } from '@langchain/core/messages';
import type { ChatHistoryItem, ChatModelFunctionCall, ChatModelResponse } from 'node-llama-cpp';

/** A conversation in the words of llama.cpp, with the answer that has to be written at its end. */
export function toChatHistory(messages: readonly BaseMessage[]): ChatHistoryItem[] {
  const history: ChatHistoryItem[] = [];
  const calls = new Map<string, ChatModelFunctionCall>();
  for (const message of messages) {
    if (message instanceof ToolMessage) {
      const call = calls.get(message.tool_call_id);
      if (call) call.result = parsed(message.text);
    } else if (message.type === 'ai') {
      const { response } = answerAtTheEnd(history);
      if (message.text) response.push(message.text);
      for (const { id = '', name, args } of (message as AIMessage).tool_calls ?? []) {
        const call: ChatModelFunctionCall = { type: 'functionCall', name, params: args, result: null };
        calls.set(id, call);
        response.push(call);
      }
    } else history.push({ type: message.type === 'system' ? 'system' : 'user', text: message.text });
  }
  answerAtTheEnd(history);
  return history;
}

function answerAtTheEnd(history: ChatHistoryItem[]): ChatModelResponse {
  const end = history.at(-1);
  if (end?.type === 'model') return end;
  const answer: ChatModelResponse = { type: 'model', response: [] };
  history.push(answer);
  return answer;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
