import type Modeler from 'bpmn-js/lib/Modeler';
import type AutoPlace from 'diagram-js/lib/features/auto-place/AutoPlace';
import type BpmnFactory from 'bpmn-js/lib/features/modeling/BpmnFactory';
import type ElementFactory from 'bpmn-js/lib/features/modeling/ElementFactory';
import type Modeling from 'bpmn-js/lib/features/modeling/Modeling';
import type TextRenderer from 'bpmn-js/lib/draw/TextRenderer';
import type { Connection, Element, Label, Moddle, ModdleElement, Shape } from 'bpmn-js/lib/model/Types';
import type CommandStack from 'diagram-js/lib/command/CommandStack';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type Connect from 'diagram-js/lib/features/connect/Connect';
import type ContextPad from 'diagram-js/lib/features/context-pad/ContextPad';
import type Create from 'diagram-js/lib/features/create/Create';
import type Dragging from 'diagram-js/lib/features/dragging/Dragging';
import type EditorActions from 'diagram-js/lib/features/editor-actions/EditorActions';
import type GlobalConnect from 'diagram-js/lib/features/global-connect/GlobalConnect';
import type HandTool from 'diagram-js/lib/features/hand-tool/HandTool';
import type LassoTool from 'diagram-js/lib/features/lasso-tool/LassoTool';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import type Palette from 'diagram-js/lib/features/palette/Palette';
import type PopupMenu from 'diagram-js/lib/features/popup-menu/PopupMenu';
import type Selection from 'diagram-js/lib/features/selection/Selection';
import type SpaceTool from 'diagram-js/lib/features/space-tool/SpaceTool';
import type { FlowRoutes } from './flow-routes.ts';

/** The services of bpmn-js that are used here, by their names. */
export interface Services {
  autoPlace: AutoPlace;
  bpmnFactory: BpmnFactory;
  canvas: Canvas;
  commandStack: CommandStack;
  connect: Connect;
  contextPad: ContextPad;
  create: Create;
  directEditing: { isActive(): boolean; activate(element: Element): boolean; complete(): void };
  dragging: Dragging;
  editorActions: EditorActions;
  elementFactory: ElementFactory;
  elementRegistry: ElementRegistry;
  eventBus: EventBus;
  flowRoutes: FlowRoutes;
  globalConnect: GlobalConnect;
  handTool: HandTool;
  lassoTool: LassoTool;
  moddle: Moddle;
  modeling: Modeling;
  overlays: Overlays;
  palette: Palette;
  popupMenu: PopupMenu;
  selection: Selection;
  spaceTool: SpaceTool;
  textRenderer: TextRenderer;
  zoomScroll: { stepZoom(by: number): void };
}

export type { Connection, Element, Label, ModdleElement, Shape };

/** A modeler whose services have their types. */
export type TypedModeler = Omit<Modeler, 'get'> & { get<K extends keyof Services>(name: K): Services[K] };

/** What the injector of bpmn-js gives to a module that asks for `injector`. */
export interface Injector {
  get<K extends keyof Services>(name: K): Services[K];
}
