import type { OpenScenario } from '../../scenarios/open-scenario.ts';
import type { Element, TypedModeler } from '../modeler/services.ts';
import { thingOf, type Thing } from '../modeler/thing-of.ts';
import { thingsIn } from '../modeler/things-in.ts';

/** Keeps the choice the same in every face. `isFilling`: the diagram is just drawn anew, nobody chooses anything. */
export function shareSelection(modeler: TypedModeler, scenario: OpenScenario, isFilling: () => boolean) {
  const selection = modeler.get('selection');
  const selected = (): Element[] => selection.get() as Element[];
  /** Something is chosen that is only just drawn: it has no place in the document yet. */
  let isNew = false;
  let isFollowing = false;

  modeler.get('eventBus').on('selection.changed', () => {
    if (!isFilling() && !isFollowing) tell();
  });

  function tell(): void {
    const things = thingsIn(selected());
    isNew = selected().some((element) => !thingOf(element));
    const ids = (kind: Thing['kind']): string[] => things.flatMap((one) => (one.kind === kind ? [one.id] : []));
    if (isSame(things)) return;
    scenario.select(ids('step'), ids('note'));
    scenario.flows.set(ids('flow'));
  }

  function isSame(things: readonly Thing[]): boolean {
    const keys = things.filter(({ kind }) => kind !== 'trigger').map(keyOf);
    const wanted = chosen();
    return keys.length === wanted.size && keys.every((key) => wanted.has(key));
  }

  function chosen(): Set<string> {
    const { selection: steps, flows, notes } = scenario;
    const all = { step: steps.get(), flow: flows.get(), note: notes.get() };
    return new Set(
      Object.entries(all).flatMap(([kind, ids]) => ids.map((id) => keyOf({ kind: kind as Thing['kind'], id }))),
    );
  }

  /** Chooses in the diagram what is chosen elsewhere. */
  function follow(): void {
    if (isFilling()) return;
    if (isNew) return tell();
    if (isSame(thingsIn(selected()))) return;
    const wanted = chosen();
    const found = modeler.get('elementRegistry').filter((one) => {
      const thing = (one as Element).labelTarget ? undefined : thingOf(one as Element);
      return thing !== undefined && wanted.has(keyOf(thing));
    });
    isFollowing = true;
    selection.select(found);
    isFollowing = false;
  }

  return { follow };
}

const keyOf = ({ kind, id }: Thing): string => `${kind} ${id}`;
