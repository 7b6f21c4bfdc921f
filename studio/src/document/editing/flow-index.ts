import type { Flow } from '@scenarium/language';

type End = 'from' | 'to';

/** Flows by the step they leave and the step they reach, in the order of the document. A group is sorted again only when it changed. */
export class FlowIndex {
  readonly #groups = { from: new Map<string, Set<string>>(), to: new Map<string, Set<string>>() };
  readonly #sorted = { from: new Map<string, readonly Flow[]>(), to: new Map<string, readonly Flow[]>() };

  constructor(flows: readonly Flow[]) {
    for (const flow of flows) this.update(undefined, flow);
  }

  update(before: Flow | undefined, after: Flow | undefined): void {
    for (const end of ['from', 'to'] as const) {
      if (before) {
        this.#groups[end].get(before[end])?.delete(before.id);
        this.#sorted[end].delete(before[end]);
      }
      if (after) {
        const group = this.#groups[end].get(after[end]);
        if (group) group.add(after.id);
        else this.#groups[end].set(after[end], new Set([after.id]));
        this.#sorted[end].delete(after[end]);
      }
    }
  }

  at(
    end: End,
    step: string,
    table: { get(id: string): Flow | undefined; position(id: string): number },
  ): readonly Flow[] {
    const known = this.#sorted[end].get(step);
    if (known) return known;
    const ids = [...(this.#groups[end].get(step) ?? [])];
    const placed =
      ids.length < 2 ? ids.map((id) => ({ id, position: 0 })) : ids.map((id) => ({ id, position: table.position(id) }));
    const flows = placed.sort((a, b) => a.position - b.position).map(({ id }) => table.get(id) as Flow);
    this.#sorted[end].set(step, flows);
    return flows;
  }
}
