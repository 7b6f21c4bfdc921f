// Packages that compile our sources find the declaration only so.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./bpmn-moddle.d.ts" />
import { BpmnModdle } from 'bpmn-moddle';

/** The namespace of everything that is ours in a BPMN file. */
export const NAMESPACE = 'https://scenarium.dev/schema/bpmn';

/** An element of a BPMN file as the library has it: attributes and children by their names. */
export interface BpmnElement {
  readonly $type: string;
  readonly $attrs?: Readonly<Record<string, string>>;
  readonly $descriptor: { readonly propertiesByName: Readonly<Record<string, { isReference?: boolean }>> };
  $parent?: BpmnElement;
  id?: string;
  name?: string;
  get(property: string): unknown;
  set(property: string, value: unknown): void;
  $instanceOf(type: string): boolean;
}

const body = { name: 'data', type: 'String', isBody: true };
const attribute = (name: string) => ({ name, type: 'String', isAttr: true });
const type = (name: string, ...attributes: string[]) => ({
  name,
  superClass: ['Element'],
  properties: [...attributes.map(attribute), body],
});

/**
 * Our elements, all of them inside `extensionElements`; their text is JSON. An editor of BPMN that knows them (`moddleExtensions` of
 * bpmn-js) keeps them together with the shapes they belong to.
 *
 * `Step`, `Trigger`, `Flow` hold the thing without what BPMN says itself · `element`: the id in the XML when it was written ·
 * `shown`: the name that was written where the step has none · `auto`: the position that was written where the layout has none ·
 * `Note` holds a note without its place · `boundary`, `default`: how the flow was drawn · `Exit` names the exit of a boundary event.
 */
export const bpmnExtension = {
  name: 'Scenarium',
  uri: NAMESPACE,
  prefix: 'scenarium',
  xml: { tagAlias: 'lowerCase' },
  associations: [],
  types: [
    type('Scenario', 'format'),
    type('Step', 'type', 'element', 'shown', 'auto'),
    type('Trigger', 'type', 'element', 'auto'),
    type('Flow', 'element', 'boundary', 'default'),
    type('Exit', 'on'),
    type('Note', 'element'),
  ],
};

let model: BpmnModdle | undefined;

/** The model of BPMN that knows our elements; made once, because that takes a while. It keeps nothing of the files. */
export function moddle(): BpmnModdle {
  model ??= new BpmnModdle({ scenarium: bpmnExtension });
  return model;
}

/** The first of our elements of a type (`Step`, `Flow` …) in an element's extensions. */
export function extensionOf(element: BpmnElement, type: string): BpmnElement | undefined {
  const values = (element.get('extensionElements') as BpmnElement | undefined)?.get('values');
  return (values as BpmnElement[] | undefined)?.find(({ $type }) => $type === `scenarium:${type}`);
}
