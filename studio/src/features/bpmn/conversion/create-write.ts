import { toDefinitions, type Scenario } from '@scenarium/language';
import { captionOf } from '../../looks/caption-of.ts';
import { exitWords } from '../../looks/exit-words.ts';
import { plainText } from '../../looks/plain-text.ts';
import type { LookTexts } from '../../looks/texts.ts';
import type { ModdleElement, TypedModeler } from '../modeler/services.ts';

/** Gives what a modeler has to show of a scenario; exits are called as everywhere in the editor. */
export type Write = (scenario: Scenario) => ModdleElement;

export function createWrite(modeler: TypedModeler, t: LookTexts): Write {
  return (scenario) => {
    const {
      messages,
      locales: [locale = ''],
    } = scenario;
    const words = (id: string): string => plainText(messages[locale]?.[id] ?? '');
    return toDefinitions(scenario, modeler.get('moddle'), {
      exitName: (step, exit) => exitWords(t, { name: exit, caption: captionOf(step, exit, words) }),
    });
  };
}
