import type { JsonObject, StepOf } from '@scenarium/language';
import type { Frame } from '../contract/run.ts';
import { initialVariables } from '../work/initial-variables.ts';
import { StepFailure } from '../work/step-failure.ts';
import type { Work } from '../work/work.ts';
import type { StepHandler } from './handler.ts';

const DEEPEST = 20;

export const call: StepHandler<StepOf<'call'>> = {
  enter(work, token, step) {
    const callee = work.compiled(token).callee(step.scenario);
    const entry = callee?.entry('internal');
    if (!callee || entry === undefined)
      throw new StepFailure(
        'unknown_scenario',
        `“${step.scenario}” cannot be called: it is not published or has no internal trigger`,
      );
    if (depth(work, work.frame(token)) >= DEEPEST)
      throw new StepFailure('call_depth', `more than ${DEEPEST} scenarios call one another`);
    const values: JsonObject = {};
    for (const [name, source] of Object.entries(step.inputs)) values[name] = work.evaluate(token, source);
    const id = `c${work.run.counters.steps}`;
    const { contactVariables, agentVariables } = work.run;
    const variables = initialVariables(callee.scenario, { values, contactVariables, agentVariables });
    work.run.frames[id] = { id, scenario: step.scenario, caller: token.frame, variables };
    const first = { id: `${token.id}.${id}`, step: entry, frame: id };
    work.run.tokens.push(first);
    work.queue.push(first);
    return { wait: { for: 'call', frame: id } };
  },
};

function depth(work: Work, frame: Frame): number {
  return frame.caller === undefined ? 1 : 1 + depth(work, work.run.frames[frame.caller] as Frame);
}
