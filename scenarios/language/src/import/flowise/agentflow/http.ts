import type { Json } from '../../../json.ts';
import { isRefusedKey } from '../../../load/refused-key.ts';
import { settingsAsInput } from '../../placeholder.ts';
import { textOf } from '../../values.ts';
import { arrayOf } from '../graph.ts';
import { plainText } from '../texts.ts';
import type { Drawing, DrawNode } from './drawing.ts';
import { holdAs } from './hold.ts';

export const drawRequest: DrawNode = (node, drawing) => {
  const { inputs } = node;
  const url = drawing.template(inputs['url']);
  if (!url) return void holdAs(node, { kind: 'http', input: inputs }, drawing);
  const pairs = (value: unknown): Record<string, string> =>
    Object.fromEntries(
      arrayOf(value).flatMap(({ key, value: text }) => {
        const name = textOf(key);
        return name && !isRefusedKey(name) ? [[name, drawing.template(text)] as const] : [];
      }),
    );
  const method = (textOf(inputs['method']) ?? 'GET').toUpperCase();
  const body = bodyOf(inputs['body'], textOf(inputs['bodyType']), { drawing, pairs });
  drawing.add({
    type: 'action',
    action: 'http.request',
    input: {
      method: ['POST', 'PUT', 'DELETE', 'PATCH'].includes(method) ? method : 'GET',
      url,
      headers: pairs(inputs['headers']),
      query: pairs(inputs['queryParams']),
      ...(body !== undefined && { body }),
    },
    ...(drawing.output && { saveTo: drawing.output }),
  });
  if (textOf(inputs['credential'])) drawing.notes.note('connection_needed', 'HTTP');
};

function bodyOf(
  value: unknown,
  type: string | undefined,
  { drawing, pairs }: { drawing: Drawing; pairs(value: unknown): Record<string, string> },
): Json | undefined {
  const text = plainText(value);
  if (Array.isArray(value) || type === 'formData' || type === 'xWwwFormUrlencoded') {
    drawing.notes.note('settings_dropped', type ?? 'form');
    return pairs(value);
  }
  if (text === '') return undefined;
  try {
    return settingsAsInput({ body: JSON.parse(text) as unknown }, drawing.template)['body'];
  } catch {
    return drawing.template(text);
  }
}
