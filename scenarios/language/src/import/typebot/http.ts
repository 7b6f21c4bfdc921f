import type { JsonObject } from '../../json.ts';
import { isRefusedKey } from '../../load/refused-key.ts';
import { settingsAsInput } from '../placeholder.ts';
import { translateScript } from '../script/translate-script.ts';
import { dataOf, listOf, textOf, type Data } from '../values.ts';
import type { DrawBlock, Drawing } from './drawing.ts';
import { hold } from './hold.ts';

const METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'POST', 'PATCH']);

/** A request, and what of its answer goes into which variable. */
export const drawRequest: DrawBlock = (block, drawing) => {
  const { options } = block;
  const webhook = dataOf(options['webhook']);
  const url = textOf(webhook['url']);
  if (!url) return hold({ ...block, type: 'http-request' }, drawing);
  if (textOf(options['proxyCredentialsId'])) drawing.notes.note('settings_dropped', 'proxy');
  const method = (textOf(webhook['method']) ?? 'POST').toUpperCase();
  const mappings = listOf(options['responseVariableMapping']);
  const answer = mappings.length > 0 ? drawing.sketch.variable(`answer ${block.title}`, { type: 'object' }) : undefined;
  const body = bodyOf(webhook, options, drawing);
  drawing.add({
    type: 'action',
    action: 'http.request',
    input: {
      method: METHODS.has(method) ? method : 'POST',
      url: drawing.template(url),
      ...pairs('headers', webhook['headers'], drawing),
      ...pairs('query', webhook['queryParams'], drawing),
      ...(body !== undefined && { body }),
    },
    ...(answer && { saveTo: answer }),
  });
  if (answer) saveParts(mappings, answer, drawing);
};

function pairs(field: string, value: unknown, { template }: Drawing): JsonObject {
  const entries = listOf(value).flatMap(({ key, value: text }) => {
    const name = textOf(key);
    return name && !isRefusedKey(name) ? [[name, template(textOf(text) ?? '')] as const] : [];
  });
  return entries.length > 0 ? { [field]: Object.fromEntries(entries) } : {};
}

function bodyOf({ body }: Data, { isCustomBody }: Data, { template, notes }: Drawing): JsonObject[string] | undefined {
  const text = textOf(body);
  if (text === undefined || isCustomBody === false) {
    if (isCustomBody === false) notes.note('settings_dropped', 'body with all answers');
    return undefined;
  }
  for (const candidate of [text, text.replaceAll(/(?<!["\w}])\{\{([^{}]+)\}\}(?!["\w{])/g, '"{{$1}}"')]) {
    try {
      return settingsAsInput({ body: JSON.parse(candidate) as unknown }, template)['body'];
    } catch {
      // Not JSON yet.
    }
  }
  return template(text);
}

function saveParts(mappings: readonly Data[], answer: string, { variables, notes, add }: Drawing): void {
  const assign = mappings.flatMap(({ variableId, bodyPath }) => {
    const variable = variables.byId(variableId);
    const path = textOf(bodyPath);
    if (!variable || !path) return [];
    const translated = translateScript(path, (name) => partOf(name, answer));
    if (translated.kind === 'expression') return [{ variable: variable.source, value: translated.source }];
    notes.note('settings_dropped', path);
    return [];
  });
  if (assign.length > 0) add({ type: 'set', assign: assign.slice(0, 50) });
}

function partOf(name: string, answer: string): { source: string; kind: 'any' } | undefined {
  if (name === 'data') return { kind: 'any', source: `${answer}.body` };
  return name === 'statusCode' ? { kind: 'any', source: `${answer}.status` } : undefined;
}
