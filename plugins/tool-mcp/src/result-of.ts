import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { ListedTool } from '@scenarium/sdk';

/** What a tool gave, small enough to be kept in a conversation. */
export interface ToolResult {
  /** Everything that can be said in words; media by their kind and size. */
  text: string;
  /** Left out where it is too large: servers repeat it in the text. */
  structured?: ListedTool['schema'];
}

export function resultOf({ content, structuredContent }: CallToolResult): ToolResult {
  const text = content.map(wordsOf).join('\n');
  const json = structuredContent && JSON.stringify(structuredContent);
  return {
    text: text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}… (cut)` : text,
    ...(json !== undefined &&
      json.length <= LONGEST_STRUCTURE && { structured: structuredContent as ListedTool['schema'] }),
  };
}

/** Characters. */
const LONGEST_TEXT = 30_000;
const LONGEST_STRUCTURE = 20_000;

function wordsOf(part: CallToolResult['content'][number]): string {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'resource_link':
      return `${part.name}: ${part.uri}`;
    case 'resource':
      return 'text' in part.resource ? part.resource.text : `[${part.resource.uri}]`;
    default:
      return `[${part.type}, ${part.mimeType}, ${Math.floor((part.data.length * 3) / 4)} bytes]`;
  }
}
