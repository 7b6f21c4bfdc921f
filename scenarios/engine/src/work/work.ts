import {
  evaluateExpression,
  type Bindings,
  type CompiledScenario,
  type Json,
  type JsonObject,
} from '@scenarium/language';
import type { Holds, Stop } from '../contract/advance.ts';
import type { Command } from '../contract/command.ts';
import type { EngineEvent } from '../contract/event.ts';
import type { Frame, Run, Token } from '../contract/run.ts';
import type { TraceEntry } from '../contract/trace.ts';
import { StepFailure } from './step-failure.ts';

const LARGEST_VARIABLE = 16_384;
const LARGEST_FRAME = 65_536;

/** A command as a step writes it: id and step are added here. */
type Bare<C> = C extends Command ? Omit<C, 'id' | 'step'> : never;

/**
 * One call of `advance()`: the run being changed (a copy; what does not change is shared with the old state), and what came of it
 * so far.
 */
export class Work {
  readonly event: EngineEvent;
  readonly run: Run;
  readonly commands: Command[] = [];
  readonly trace: TraceEntry[] = [];
  /** Tokens that are to enter their step. */
  readonly queue: Token[] = [];
  /** Asked before a token enters its step: it, and all that come after it, stay standing there, or not. */
  holds?: Holds;
  /** Why the first token of the queue is held. */
  stop?: Stop;
  /** Steps executed for this event. */
  executed = 0;
  /** The run's own scenario, compiled. */
  readonly root: CompiledScenario;
  readonly #owned = new Set<string>();
  readonly #bindings = new Map<string, Bindings>();
  #contact: JsonObject | null = null;

  constructor(root: CompiledScenario, run: Run, event: EngineEvent) {
    this.root = root;
    this.event = event;
    this.run = {
      ...run,
      tokens: run.tokens.map((token) => ({ ...token })),
      frames: { ...run.frames },
      counters: { ...run.counters },
    };
  }

  get at(): number {
    return this.event.at;
  }

  frame(token: Token): Frame {
    return this.run.frames[token.frame] as Frame;
  }

  /** The compiled scenario a token moves in. */
  compiled(token: Token): CompiledScenario {
    return this.#scenarioOf(this.frame(token));
  }

  #scenarioOf(frame: Frame): CompiledScenario {
    if (!frame.caller) return this.root;
    const caller = this.#scenarioOf(this.run.frames[frame.caller] as Frame);
    return caller.callee(frame.scenario) as CompiledScenario;
  }

  isHeld(token: Token): boolean {
    const { run, trace } = this;
    const { timezone } = this.compiled(token).scenario;
    const evaluate = (source: string): Json => evaluateExpression(source, this.bindings(token), timezone);
    const answer = this.holds?.({ token, run, trace, evaluate }) ?? false;
    if (typeof answer === 'object') this.stop = answer;
    return answer !== false;
  }

  /** What expressions see from where a token is. */
  bindings(token: Token): Bindings {
    const known = this.#bindings.get(token.frame);
    if (known) return known;
    const { facts, message, locale, lastError } = this.run;
    const made: Record<string, unknown> = Object.assign(Object.create(null) as object, {
      contact: facts.contact,
      conversation: facts.conversation,
      agent: facts.agent,
      message: { text: message?.text ?? '', option: message?.option ?? null },
      locale,
      now: new Date(this.at).toISOString(),
      error: lastError ?? null,
    });
    Object.assign(made, this.frame(token).variables);
    this.#bindings.set(token.frame, made);
    return made;
  }

  /** What expressions see changed. */
  forgetBindings(): void {
    this.#bindings.clear();
  }

  evaluate(token: Token, source: string): Json {
    return this.compiled(token).evaluate(source, this.bindings(token));
  }

  render(token: Token, value: unknown): Json {
    return this.compiled(token).render(value, this.bindings(token));
  }

  /** A template as text. */
  renderText(token: Token, value: string): string {
    const rendered = this.render(token, value);
    return typeof rendered === 'string' ? rendered : rendered === null ? '' : JSON.stringify(rendered);
  }

  /** A text of the scenario in the run's language; one that is missing is traced. */
  text(token: Token, message: string): string {
    const seed = (this.run.seed + Math.imul(this.run.counters.steps, 0x9e3779b1)) >>> 0;
    const { text, missing } = this.compiled(token).text(message, this.run.locale, seed, this.bindings(token));
    if (missing) this.note(token, 'missing-text', { detail: { message, locale: this.run.locale } });
    return text;
  }

  /** @throws StepFailure `variable_too_large` */
  assign(token: Token, name: string, value: Json): void {
    if (isLarge(value)) {
      const size = JSON.stringify(value).length;
      if (size > LARGEST_VARIABLE)
        throw new StepFailure(
          'variable_too_large',
          `“${name}” would take ${size} characters, ${LARGEST_VARIABLE} are allowed`,
        );
      const total = size + JSON.stringify(this.frame(token).variables).length;
      if (total > LARGEST_FRAME)
        throw new StepFailure(
          'variable_too_large',
          `all variables would take ${total} characters, ${LARGEST_FRAME} are allowed`,
        );
    }
    const { scenario } = this.compiled(token);
    const scope = scenario.variables[name]?.scope;
    if (scope === 'agent')
      throw new StepFailure('read_only_variable', `“${name}” belongs to the agent and can only be read`);
    if (!this.#owned.has(token.frame)) {
      const frame = this.frame(token);
      this.run.frames[token.frame] = { ...frame, variables: { ...frame.variables } };
      this.#owned.add(token.frame);
    }
    this.frame(token).variables[name] = value;
    if (scope === 'contact') {
      this.#contact = { ...this.#contact, [name]: value };
      this.run.contactVariables = { ...this.run.contactVariables, [name]: value };
    }
    this.#bindings.delete(token.frame);
  }

  /** Contact variables that were changed. */
  takeContactChanges(): JsonObject | null {
    const changes = this.#contact;
    this.#contact = null;
    return changes;
  }

  /** Gives a command and answers its id. */
  command(token: Pick<Token, 'step'>, command: Bare<Command>): string {
    this.run.counters.commands += 1;
    const id = `${this.run.id}/${token.step}/${this.run.counters.commands}`;
    this.commands.push({ id, step: token.step, ...command } as Command);
    return id;
  }

  note(token: Token, kind: TraceEntry['kind'], more: Pick<TraceEntry, 'exit' | 'flow' | 'detail'> = {}): void {
    const { id, step, frame } = token;
    const scenario = this.run.frames[frame]?.scenario ?? this.run.scenario;
    this.trace.push({ at: this.at, event: this.event.id, scenario, step, token: id, kind, ...more });
  }
}

function isLarge(value: Json): boolean {
  if (typeof value === 'string') return value.length > 1_000;
  return typeof value === 'object' && value !== null;
}
