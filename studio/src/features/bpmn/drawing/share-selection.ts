import type { OverlayStore } from '../../scenarios/overlay.ts';
import type { Element, TypedModeler } from '../modeler/services.ts';
import { stepOf } from '../modeler/thing-of.ts';

/** Keeps the selected step the same in every view. `isFilling`: the diagram is just drawn anew, nobody selects anything. */
export function shareSelection(modeler: TypedModeler, overlay: OverlayStore, isFilling: () => boolean) {
  const selection = modeler.get('selection');
  const selected = (): string | null =>
    (selection.get() as Element[]).map(stepOf).find((id) => id !== undefined) ?? null;

  modeler.get('eventBus').on('selection.changed', () => {
    if (!isFilling() && selected() !== overlay.get().selected) overlay.show({ selected: selected() });
  });

  /** Selects what is selected elsewhere. */
  function follow(): void {
    const wanted = overlay.get().selected;
    if (wanted === null || wanted === selected()) return;
    const registry = modeler.get('elementRegistry');
    const found = registry.filter((one) => !(one as Element).labelTarget && stepOf(one as Element) === wanted)[0];
    if (!found) return;
    selection.select(found);
    modeler.get('canvas').scrollToElement(found);
  }

  const leave = overlay.subscribe(follow);
  return { follow, leave };
}
