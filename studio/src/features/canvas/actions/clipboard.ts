import { copySteps, paste } from '../../../document/index.ts';
import type { Session } from '../session.ts';

/** The text that stands for the chosen steps; undefined where none is chosen. */
export function copied({ store, selection, notes }: Session): string | undefined {
  return copySteps(store.index, selection.get(), notes.get());
}

/** Copies by the browser's own command, which needs nobody's leave; `use-clipboard` fills in the text. */
export function copySelection(): void {
  document.execCommand('copy');
}

export function cutSelection(): void {
  document.execCommand('cut');
}

/** Asks the browser for what is on the clipboard, which it may refuse. */
export async function pasteHere(session: Session): Promise<void> {
  const text = await navigator.clipboard.readText().catch(() => undefined);
  if (text === undefined) session.say('pasteByKeys');
  else pasteText(session, text);
}

/** Puts steps from the clipboard where the pointer is. */
export function pasteText(session: Session, text: string): void {
  const outcome = session.execute(session.keepingPlaces(paste({ text, at: session.spot().at })));
  if (!outcome.ok) return;
  const { steps, missing } = outcome.value;
  session.select(steps);
  session.say('pasted', { count: steps.length });
  const names = [...missing.variables, ...missing.messages];
  if (names.length > 0) session.say('pastedMissing', { names: names.join(', ') });
}
