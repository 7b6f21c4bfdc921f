import { copySteps, paste, removeSteps, type Point } from '../../../document/index.ts';
import type { OpenScenario } from '../../scenarios/open-scenario.ts';
import type { Element, TypedModeler } from '../modeler/services.ts';
import { thingsIn } from '../modeler/things-in.ts';

interface Clipboard {
  container: HTMLElement;
  modeler: TypedModeler;
  scenario: OpenScenario;
}

/** Copies, cuts and pastes steps as the text that every view of every scenario understands. Gives the function that ends it. */
export function shareClipboard({ container, modeler, scenario }: Clipboard): () => void {
  const { store, readOnly, execute } = scenario;
  const isElsewhere = (): boolean =>
    modeler.get('directEditing').isActive() || !container.contains(document.activeElement);

  function copy(event: ClipboardEvent): void {
    if (isElsewhere()) return;
    const things = thingsIn(modeler.get('selection').get() as Element[]);
    const ids = (kind: 'step' | 'note'): string[] => things.flatMap((one) => (one.kind === kind ? [one.id] : []));
    const text = copySteps(store.index, ids('step'), ids('note'));
    if (text === undefined) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    if (event.type === 'cut' && !readOnly) execute(removeSteps({ steps: ids('step') }));
  }

  function insert(event: ClipboardEvent): void {
    if (isElsewhere() || readOnly) return;
    event.preventDefault();
    execute(paste({ text: event.clipboardData?.getData('text/plain') ?? '', at: middle() }));
  }

  function middle(): Point {
    const { x, y, width, height } = modeler.get('canvas').viewbox();
    return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
  }

  const over = new AbortController();
  const { signal } = over;
  document.addEventListener('copy', copy, { signal });
  document.addEventListener('cut', copy, { signal });
  document.addEventListener('paste', insert, { signal });
  return () => over.abort();
}
