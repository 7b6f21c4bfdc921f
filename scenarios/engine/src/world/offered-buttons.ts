import type { SendMessageCommand } from '../contract/command.ts';
import type { Line } from './world.ts';

/** Buttons that can be pressed: those of everything that was said since the contact spoke last. */
export function offeredButtons(lines: readonly Line[]): NonNullable<SendMessageCommand['buttons']> {
  const since = lines.slice(lines.findLastIndex(({ from }) => from === 'contact') + 1);
  return since.flatMap((line) => (line.from === 'agent' ? (line.message.buttons ?? []) : []));
}
