import type { ChannelAbilities, OutboundMessage } from '@scenarium/sdk';
import type { OutboundBody } from '../../runtime/index.ts';

/** A message without its name and place. */
export type Part = Omit<OutboundMessage, 'id' | 'to'>;

/** Where a text is best cut, the best first. */
const CUTS = [/\n\n(?=[^\n]*$)/, /\n(?=[^\n]*$)/, /[.!?…]\s(?=[^.!?…]*$)/, /\s(?=\S*$)/];
/** A part shorter than this share of what is allowed is not worth a better cut. */
const LEAST_SHARE = 0.4;

/**
 * A message as a service can show it: what it has no buttons and attachments for is written as text, and what is too long is cut where
 * people would. Buttons and attachments come with the last part.
 */
export function fitMessage(body: OutboundBody, { buttons, attachments, maxText = Infinity }: ChannelAbilities): Part[] {
  const text = [
    body.text,
    ...(attachments ? [] : (body.attachments ?? []).map(({ name, url }) => [name, url].filter(Boolean).join(': '))),
    ...(buttons ? [] : numbered(body.buttons ?? [])),
  ].join('\n');
  const { locale } = body;
  const parts: Part[] = cut(text, maxText).map((piece) => ({ text: piece, locale }));
  const last = parts.at(-1);
  if (last && buttons && body.buttons) last.buttons = body.buttons;
  if (last && attachments && body.attachments) last.attachments = body.attachments;
  return parts;
}

function numbered(buttons: NonNullable<OutboundBody['buttons']>): string[] {
  let number = 0;
  return buttons.map(({ label, url }) => {
    if (url !== undefined) return `${label}: ${url}`;
    number += 1;
    return `${number}. ${label}`;
  });
}

function cut(text: string, most: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const end = endOf(rest, most);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === '' && parts.length > 0 ? parts : [...parts, rest];
}

function endOf(text: string, most: number): number {
  const head = text.slice(0, most + 1);
  for (const place of CUTS) {
    const found = place.exec(head);
    const end = found ? found.index + found[0].length : 0;
    if (end > most * LEAST_SHARE && text.slice(0, end).trimEnd().length <= most) return end;
  }
  // Not between the two halves of one character.
  return /[\uD800-\uDBFF]/.test(text[most - 1] as string) ? most - 1 : most;
}
