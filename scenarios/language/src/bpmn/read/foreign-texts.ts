import type { BpmnElement } from '../moddle.ts';
import { plain } from '../plain.ts';
import { list } from './drawing.ts';

/** What an element of another tool is called: its name, else the beginning of its documentation, else its id. */
export function titleOf(element: BpmnElement): string {
  return nameOf(element) ?? (documentationOf(element)?.slice(0, 80) || element.id || 'step');
}

/** The name of an element, on one line; undefined where it has none. */
export function nameOf(element: BpmnElement): string | undefined {
  const name = typeof element.name === 'string' ? plain(plain(element.name).slice(0, 200)) : '';
  return name === '' ? undefined : name;
}

export function documentationOf(element: BpmnElement): string | undefined {
  const texts = list(element, 'documentation').map((part) => String(part.get('text') ?? '').trim());
  return texts.join('\n').trim() || undefined;
}

/** A text of another tool as a template that says exactly that. */
export function literal(text: string): string {
  return text.replaceAll('{{', '\\{{').slice(0, 9_000);
}

/** The text of an expression element. */
export function bodyOf(expression: unknown): string {
  const body = (expression as BpmnElement | undefined)?.get?.('body');
  return typeof body === 'string' ? body.trim() : '';
}
