/** A safeguard switched off: the source text that is it, and what stands there instead. */
export interface Mutant {
  name: string;
  /** Below `server/src/runtime`. */
  file: string;
  find: string;
  replace: string;
}

/** A message that kills the process which takes it up. */
export const deadly: Mutant = {
  name: 'a deadly message',
  file: 'turn/apply-row.ts',
  find: 'const { body } = row;',
  replace:
    "const { body } = row; if (body.kind === 'message' && body.text === 'die') process.kill(process.pid, 'SIGKILL');",
};

/** What makes a write survive the death of the database engine, each switched off alone. */
export const journalMutants: Mutant[] = [
  {
    name: 'inbound rows are not journalled',
    file: 'store/store.ts',
    find: "insert: 'messages', documents, ordered: false, writeConcern }",
    replace: "insert: 'messages', documents, ordered: false, writeConcern: { w: 1, j: false } }",
  },
  {
    name: 'rows of the outbox are not journalled',
    file: 'store/store.ts',
    find: 'insert: collection, documents, ordered: false, writeConcern }',
    replace: 'insert: collection, documents, ordered: false, writeConcern: { w: 1, j: false } }',
  },
  {
    name: 'commits are not journalled',
    file: 'store/store.ts',
    find: "update: 'conversations', updates, ordered: false, writeConcern }",
    replace: "update: 'conversations', updates, ordered: false, writeConcern: { w: 1, j: false } }",
  },
];

/** Every other safeguard of the runtime, each switched off alone. A text that is not found makes the test fail: keep them true. */
export const mutants: Mutant[] = [
  {
    name: 'acknowledge before the row is durable',
    file: 'runtime.ts',
    find: 'const accepted = await accept(inbound);',
    replace:
      'void accept(inbound).then((late) => worker.poke(inbound.conversation, { row: late.row }), () => undefined); const accepted = { row: { conversation: inbound.conversation, seq: 0 } as never, duplicate: true };',
  },
  {
    name: 'no unique external id',
    file: 'store/store.ts',
    find: "{ unique: true, partialFilterExpression: { direction: 'in' } }",
    replace: "{ partialFilterExpression: { direction: 'in' } }",
  },
  {
    name: 'no unique place',
    file: 'accept.ts',
    find: '_id: rowId(conversation, seq),',
    replace: '_id: rowId(conversation, seq) + Math.random(),',
  },
  {
    name: 'no fencing by revision',
    file: 'store/store.ts',
    find: 'q: { _id, revision },',
    replace: 'q: { _id },',
  },
  {
    name: 'leases never run out',
    file: 'store/store.ts',
    find: "{ $lt: ['$lease.until', '$$NOW'] }",
    replace: "{ $lt: ['$lease.until', null] }",
  },
  {
    name: 'nobody looks for forgotten rows',
    file: 'sweep.ts',
    find: 'if (forgotten.length > 0) await recover(forgotten);',
    replace: '',
  },
  {
    name: 'show before the commit',
    file: 'actor.ts',
    find: 'if (!(await this.#write(before.revision, next))) throw new Fenced();',
    replace:
      'const early = madeVisible(before, next, turn.rows); if (early) this.#context.ports.visible(early); if (!(await this.#write(before.revision, next))) throw new Fenced();',
  },
  {
    name: 'what is said is not committed with the state',
    file: 'store/store.ts',
    find: 'u: { $set: { ...set, revision: revision + 1, commitId } },',
    replace: 'u: { $set: { ...set, outbox: [], revision: revision + 1, commitId } },',
  },
  {
    name: 'a new idempotency key for each attempt',
    file: 'effects.ts',
    find: 'idempotencyKey,',
    replace: 'idempotencyKey: idempotencyKey + Math.random(),',
  },
];
