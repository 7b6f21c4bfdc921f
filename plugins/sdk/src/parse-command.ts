/**
 * The command that a text begins with; null when it begins with none. What follows a name after `@` is left out.
 *
 * @example parseCommand('/start@shop_bot ref_12'); // { command: 'start', arguments: 'ref_12' }
 */
export function parseCommand(text: string): { command: string; arguments: string } | null {
  const [, command, words] = /^\/([\w-]{1,64})(?:@\w+)?(?:\s+([\s\S]*))?$/.exec(text.trim()) ?? [];
  return command === undefined ? null : { command, arguments: words ?? '' };
}
