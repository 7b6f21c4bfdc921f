import type { LocalisedText } from '@scenarium/language';
import type { z } from 'zod';

/**
 * Declares an action: pure data, safe to load in a browser.
 *
 * @example
 * const greet = defineAction({
 *   id: 'greet',
 *   title: { en: 'Greet', ru: 'Поприветствовать' },
 *   description: { en: 'Says hello', ru: 'Здоровается' },
 *   input: z.object({ name: z.string() }),
 *   output: z.string(),
 *   repeat: 'safe',
 * });
 */
export function defineAction<const Id extends string, I extends z.ZodObject, O extends z.ZodType>(
  action: ActionDefinition<Id, I, O>,
): ActionDefinition<Id, I, O> {
  return action;
}

/**
 * What may be done after a crash, when nobody knows whether the action happened. `safe`: call again freely · `keyed`: call again with
 * the same idempotency key · `never`: do not call again, the step fails with `outcome_unknown`.
 */
export type Repeat = 'safe' | 'keyed' | 'never';

export interface ActionDefinition<Id extends string, I extends z.ZodObject, O extends z.ZodType> extends AnyAction {
  id: Id;
  input: I;
  output: O;
  repeat: Repeat | ((input: z.output<I>) => Repeat);
  example?: z.input<I>;
}

/** An action whose types are not known here. */
export interface AnyAction {
  /** Small letters, digits, `-`; scenarios name it `plugin.action`. */
  id: string;
  title: LocalisedText;
  description: LocalisedText;
  /** The studio draws its form from it. */
  input: z.ZodObject;
  /** What the scenario gets; its JSON may have up to 256 KB. */
  output: z.ZodType;
  repeat: Repeat | ((input: never) => Repeat);
  /** Deadline where the step gives none. Milliseconds; 30,000 when absent. */
  timeoutMs?: number;
  /** An input to show and to try the action with. */
  example?: object;
  /** What a model that uses it as a tool must know; an action without it is no tool. */
  tool?: ToolRules;
}

/** How a model may use an action. */
export interface ToolRules {
  /** Cannot be undone: the end user is asked before it is carried out. */
  irreversible: boolean;
  /**
   * Fields of the input that the platform fills in from the conversation's own contact, whatever the model says; the model does not
   * even see them. So nobody can be talked into looking at somebody else's data.
   */
  own: Readonly<Record<string, ContactFact>>;
  /**
   * The action stands for tools that a connection offers by itself: `expandTools` lists them. A model sees each under its own name and
   * with its own schema; carried out is the action, with the input `{ tool, arguments }`.
   */
  expands?: boolean;
}

/** What the platform knows of the contact of a conversation. */
export type ContactFact = 'contact.id' | 'conversation.id';

/**
 * Declares an action that models may use as a tool.
 *
 * @example
 * const orders = defineTool({
 *   id: 'orders',
 *   title: { en: 'Orders of the customer', ru: 'Заказы клиента' },
 *   description: { en: 'Lists the orders of the customer in this chat', ru: 'Показывает заказы клиента из этого чата' },
 *   input: z.object({ customer: z.string() }),
 *   output: z.array(z.object({ id: z.string(), status: z.string() })),
 *   repeat: 'safe',
 *   tool: { irreversible: false, own: { customer: 'contact.id' } },
 * });
 */
export function defineTool<const Id extends string, I extends z.ZodObject, O extends z.ZodType>(
  action: ActionDefinition<Id, I, O> & { tool: ToolRules },
): ActionDefinition<Id, I, O> & { tool: ToolRules } {
  return action;
}
