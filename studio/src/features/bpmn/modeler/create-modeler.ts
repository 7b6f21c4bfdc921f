import { bpmnExtension } from '@scenarium/language';
import Modeler from 'bpmn-js/lib/Modeler';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/diagram-js.css';
import { ConnectStarts } from './connect-starts.ts';
import { LevelOfDetail } from './level-of-detail.ts';
import { NoteRenderer } from './note-renderer.ts';
import { FlowsBehind } from './flows-behind.ts';
import { FlowRoutes } from './flow-routes.ts';
import { ScenarioActions } from './actions.ts';
import { ScenarioContextPad } from './context-pad.ts';
import { ScenarioLayouter } from './scenario-layouter.ts';
import { ScenarioPalette } from './palette.ts';
import { ScenarioRules } from './rules.ts';
import type { TypedModeler } from './services.ts';
import type { Setting } from './setting.ts';
import { StepText } from './step-text.ts';
import { translateWith } from './translate.ts';
import { TypeMenu } from './type-menu.ts';

const STYLE = { fontFamily: 'Inter, "Segoe UI", system-ui, "Noto Sans", sans-serif', fontSize: 11, lineHeight: 1.15 };

/** An editor of BPMN that knows our language and nothing else. */
export function createModeler(container: HTMLElement, setting: Setting): TypedModeler {
  const modeler = new Modeler({
    container,
    moddleExtensions: { scenarium: bpmnExtension },
    additionalModules: [scenarioModule(setting)],
    textRenderer: { defaultStyle: STYLE, externalStyle: STYLE },
    bpmnRenderer: {
      defaultFillColor: 'var(--bpmn-fill)',
      defaultStrokeColor: 'var(--bpmn-stroke)',
      defaultLabelColor: 'var(--bpmn-label)',
    },
  } as ConstructorParameters<typeof Modeler>[0]);
  return modeler as unknown as TypedModeler;
}

function scenarioModule(setting: Setting) {
  return {
    __init__: [
      'connectStarts',
      'flowRoutes',
      'flowsBehind',
      'levelOfDetail',
      'noteRenderer',
      'scenarioActions',
      'scenarioRules',
      'typeMenu',
    ],
    setting: ['value', setting],
    translate: ['value', translateWith(setting.t)],
    paletteProvider: ['type', ScenarioPalette],
    contextPadProvider: ['type', ScenarioContextPad],
    connectStarts: ['type', ConnectStarts],
    flowsBehind: ['type', FlowsBehind],
    flowRoutes: ['type', FlowRoutes],
    layouter: ['type', ScenarioLayouter],
    levelOfDetail: ['type', LevelOfDetail],
    noteRenderer: ['type', NoteRenderer],
    scenarioActions: ['type', ScenarioActions],
    scenarioRules: ['type', ScenarioRules],
    textRenderer: ['type', StepText],
    typeMenu: ['type', TypeMenu],
  };
}
