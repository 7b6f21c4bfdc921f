/**
 * Something two people did that does not go together. `path` leads through the document by ids (`['steps', 'ask', 'attempts']`);
 * of `mine` and `theirs` the merged document has `kept`.
 * `both-changed`: one value, two new ones · `removed-and-changed` · `order`: put in two orders · `needed`: removed by one, used by
 * the other, so it came back · `same-exit`: two flows for an exit that has room for one · `does-not-fit`: together they are not valid.
 */
export interface Conflict {
  reason: 'both-changed' | 'removed-and-changed' | 'order' | 'needed' | 'same-exit' | 'does-not-fit';
  path: (string | number)[];
  kept: 'mine' | 'theirs' | 'base';
  base?: unknown;
  mine?: unknown;
  theirs?: unknown;
}
