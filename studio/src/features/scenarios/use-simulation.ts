import { createSimulation, type Simulation } from '@scenarium/engine';
import { compileScenario, type Json, type Scenario } from '@scenarium/language';
import { useEffect, useRef, useState } from 'react';

export interface Playing {
  simulation: Simulation | null;
  /** Does something, then shows what came of it. */
  act(what: (simulation: Simulation) => void): void;
  restart(): void;
}

/** A draft played in the browser by the engine itself. A changed draft begins again; `answer` is what actions answer. */
export function useSimulation(
  scenario: Scenario | null,
  { locale, answer }: { locale: string; answer: Json },
): Playing {
  const [, redraw] = useState(0);
  const [begun, setBegun] = useState(0);
  const simulation = useRef<Simulation>(null);
  const output = useRef(answer);
  output.current = answer;
  useEffect(() => {
    simulation.current = scenario && begin(scenario, locale, () => output.current);
    redraw((count) => count + 1);
  }, [scenario, locale, begun]);
  return {
    simulation: simulation.current,
    act(what) {
      if (simulation.current) what(simulation.current);
      redraw((count) => count + 1);
    },
    restart: () => setBegun(begun + 1),
  };
}

/** Null where the draft has errors that keep it from running. */
function begin(scenario: Scenario, locale: string, output: () => Json): Simulation | null {
  try {
    const compilation = compileScenario(scenario);
    if (!compilation.ok) return null;
    const actions = () => ({ output: output() });
    return createSimulation(compilation.compiled, { at: Date.now(), locale, actions });
  } catch {
    return null;
  }
}
