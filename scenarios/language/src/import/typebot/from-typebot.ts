import type { Loading } from '../../load/validate.ts';
import { defaultLocale } from '../default-locale.ts';
import { createNode, type ImportedNode } from '../report.ts';
import { createSketch } from '../sketch.ts';
import { slugOf } from '../slug.ts';
import { dataOf, listOf, pointOf, textOf, type Data } from '../values.ts';
import { readBlocks, type Block } from './blocks.ts';
import { bubbles, promptOf } from './bubbles.ts';
import type { Destination, DrawBlock, Drawing } from './drawing.ts';
import { hold } from './hold.ts';
import { inputs } from './inputs.ts';
import { integrations } from './integrations.ts';
import { logic } from './logic.ts';
import { createTexts, plainText } from './texts.ts';
import { readVariables } from './variables.ts';

const kinds = new Map<string, DrawBlock>(
  [bubbles, inputs, logic, integrations].flatMap((table) => Object.entries(table)),
);

interface Drawn {
  block: Block;
  line: ReturnType<typeof createNode>;
  first?: string;
  aside?: Destination;
}

/**
 * Draws a Typebot export (schema versions 3 to 6) as a scenario; `nodes` tells what became of every block and event.
 *
 * @param otherwise the name of the scenario where the file gives none
 *
 * @example const { loading, nodes } = fromTypebot(JSON.parse(text));
 */
export function fromTypebot(file: unknown, otherwise?: string): { loading: Loading; nodes: ImportedNode[] } {
  const source = dataOf(file);
  const blocks = readBlocks(source);
  const sketch = createSketch(defaultLocale(blocks.all.map(({ data, title }) => plainText(data['content']) || title)));
  const variables = readVariables(source, blocks.all, sketch);
  const texts = createTexts(variables);
  const drawn = new Map<Block, Drawn>();
  const leads: { from: string; to: Destination; on?: string; when?: string; of: Drawn }[] = [];

  for (const block of blocks.all) {
    if (block.type === 'start') continue;
    const line = createNode({ node: block.id, kind: block.type || 'block', name: block.title });
    const made: Drawn = { block, line };
    drawn.set(block, made);
    draw(block, made);
  }
  for (const { of, to, ...flow } of leads) {
    const target = resolve(to, of, new Set());
    if (target) sketch.flow({ ...flow, to: target });
  }
  const nodes = [...readEvents(source), ...[...drawn.values()].map(({ line }) => line.node)];
  for (const one of drawn.values()) {
    const target = one.first === undefined && resolve(one.aside ?? 'after', one, new Set());
    if (target) one.line.notes.became(target);
  }
  const loading = sketch.finish({
    id: textOf(source['publicId']) ?? textOf(source['name']),
    name: textOf(source['name']) ?? otherwise,
  });
  return { loading, nodes };

  function draw(block: Block, made: Drawn): void {
    const { notes } = made.line;
    let last: string | undefined;
    let isClosed = false;
    const drawing: Drawing = {
      sketch,
      variables,
      texts,
      notes,
      prompt: promptOf(block),
      add(draft) {
        const name = made.first === undefined && block.previous === undefined ? block.title.slice(0, 200) : '';
        const id = sketch.step({ ...draft, ...(name && { name }) }, { id: idFor(block), area: block.area, notes });
        if (last) sketch.flow({ from: last, to: id });
        made.first ??= id;
        last = id;
        return id;
      },
      lead: (flow) => void leads.push({ ...flow, of: made }),
      say: (text) => sketch.say(texts.template(text, notes), idFor(block)),
      template: (text) => texts.template(text, notes),
      stepsAside: (to) => void (made.aside = to),
      ends: () => void (isClosed = true),
    };
    (kinds.get(block.type) ?? hold)(block, drawing);
    if (last && !isClosed) drawing.lead({ from: last, to: 'after' });
  }

  /** The step a flow arrives at: through blocks that became none. Undefined where nothing follows. */
  function resolve(to: Destination, of: Drawn, seen: Set<Drawn>): string | undefined {
    if (to !== 'after' && 'step' in to) return to.step;
    const block = blockAt(to, of);
    const found = block && drawn.get(block);
    if (!found || seen.has(found)) return undefined;
    if (found.first) return found.first;
    seen.add(found);
    return resolve(found.aside ?? 'after', found, seen);
  }

  function blockAt(to: Exclude<Destination, { step: string }>, { block, line: { notes } }: Drawn): Block | undefined {
    if (to === 'after')
      return block.edge === undefined ? block.next : blockAt({ edge: block.edge }, drawn.get(block) as Drawn);
    const place = 'edge' in to ? blocks.edge(to.edge) : to;
    const target = place && blocks.at(place);
    if (!target) notes.note('lost_target', 'edge' in to ? to.edge : (to.group ?? ''));
    return target;
  }

  /** Where the flow begins, and the commands; other events have no counterpart. */
  function readEvents(file: Data): ImportedNode[] {
    const starts = [
      ...listOf(file['events']),
      ...blocks.all.filter(({ type }) => type === 'start').map(({ data }) => data),
    ];
    return starts.map((event) => {
      const kind = textOf(event['type']) ?? 'event';
      const { node, notes } = createNode({ node: textOf(event['id']) ?? kind, kind, name: '' });
      const command = textOf(dataOf(event['options'])['command'])?.replace(/^\//, '');
      const edge = textOf(event['outgoingEdgeId']);
      const isCommand = kind === 'command' && /^[\w-]{1,64}$/.test(command ?? '');
      if (kind !== 'start' && !isCommand) notes.note('event_not_supported', command ?? kind);
      else if (edge) {
        const begin: Drawn = {
          block: {
            id: '',
            type: kind,
            data: event,
            options: {},
            title: '',
            area: pointOf(event['graphCoordinates']),
            edge,
            next: undefined,
            previous: undefined,
          },
          line: { node, notes },
        };
        const target = resolve({ edge }, begin, new Set());
        if (target) {
          sketch.trigger(
            isCommand ? { type: 'command', command: command as string } : { type: 'conversation' },
            target,
          );
          notes.became(target);
        }
      }
      return node;
    });
  }
}

/** Steps are called after their group. */
function idFor({ title, type }: Block): string {
  return slugOf(title) ?? slugOf(type) ?? 'step';
}
