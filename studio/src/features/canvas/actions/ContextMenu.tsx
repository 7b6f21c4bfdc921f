import { Dropdown, type MenuProps } from 'antd';
import { changeStepType, removeFlows } from '../../../document/index.ts';
import { GROUPS, looks, STEP_TYPES } from '../../looks/step-looks.tsx';
import { useTexts as useLookTexts, type LookTexts } from '../../looks/texts.ts';
import { useSession, type MenuPlace, type Session } from '../session.ts';
import { useTexts, type CanvasTexts } from '../texts.ts';
import type { Action } from './action.ts';
import { actions, isPossible, type ActionName } from './actions.ts';
import { keyWords } from './key-words.ts';

type Items = NonNullable<MenuProps['items']>;

interface Texts {
  t: CanvasTexts;
  words: LookTexts;
}

const LINE = null;
const MENUS: Record<'canvas' | 'step' | 'note', readonly (ActionName | typeof LINE)[]> = {
  note: ['rename', 'remove'],
  canvas: ['add', 'note', 'comment', 'paste', LINE, 'undo', 'redo', LINE, 'selectAll', 'tidy', 'find', 'fit'],
  step: [
    ...(['edit', 'rename', 'connect', LINE, 'copy', 'cut', 'duplicate', LINE] as const),
    ...(['breakpoint', 'playFrom', 'comment', LINE, 'upstream', 'downstream', 'space', 'tidySelection', LINE] as const),
    ...(['remove', 'cutOut'] as const),
  ],
};
/** Keys that the browser itself has for the clipboard. */
const CLIPBOARD: Partial<Record<ActionName, string>> = { copy: 'Ctrl+C', cut: 'Ctrl+X', paste: 'Ctrl+V' };

/** What can be done with the thing that was pressed with the other button of the mouse, or with the menu key. */
export function ContextMenu() {
  const t = useTexts();
  const words = useLookTexts();
  const session = useSession();
  const place = session.menu.use();
  if (!place) return null;
  const close = (): void => session.menu.set(null);
  const items = itemsOf(session, place, { t, words });
  return (
    <Dropdown
      open
      autoFocus
      trigger={['click']}
      autoAdjustOverflow={false}
      menu={{ items, onClick: close }}
      onOpenChange={(isOpen) => isOpen || close()}
    >
      <i
        key={`${place.pointer.x} ${place.pointer.y}`}
        className="menu-anchor"
        style={{ left: place.pointer.x, top: Math.min(place.pointer.y, innerHeight - heightOf(items)) }}
      />
    </Dropdown>
  );
}

/** About as high as the menu will be, so that all of it is in the window. */
function heightOf(items: Items): number {
  return items.reduce((sum, item) => sum + (item && 'type' in item && item.type === 'divider' ? 9 : 33), 16);
}

function itemsOf(session: Session, place: MenuPlace, { t, words }: Texts): Items {
  if (place.on === 'flow') return flowItems(session, place, t);
  const list: Items = MENUS[place.on].map((name) => (name === LINE ? { type: 'divider' } : itemOf(session, name, t)));
  if (place.on === 'step' && isPossible(session, 'connect'))
    list.splice(3, 0, typeItem(session, place.id, { t, words }));
  return list;
}

function itemOf(session: Session, name: ActionName, t: CanvasTexts): Items[number] {
  const { text, keys, run }: Action = actions[name];
  const shown = CLIPBOARD[name] ?? keys?.[0];
  return {
    key: name,
    label: t(text),
    disabled: !isPossible(session, name),
    danger: name === 'remove',
    ...(shown !== undefined && { extra: keyWords(shown) }),
    onClick: () => run(session),
  };
}

function typeItem({ store, execute }: Session, id: string, { t, words }: Texts): Items[number] {
  const now = store.index.step(id)?.type;
  return {
    key: 'type',
    label: t('do.changeType'),
    children: GROUPS.map((group) => ({
      key: group,
      type: 'group' as const,
      label: t(`group.${group}`),
      children: STEP_TYPES.filter((type) => looks[type].group === group).map((type) => ({
        key: `to ${type}`,
        label: words(`type.${type}`),
        disabled: type === now,
        onClick: () => execute(changeStepType({ step: id, type })),
      })),
    })),
  };
}

function flowItems(
  { execute, openPalette, flow, readOnly }: Session,
  { id, pointer }: MenuPlace,
  t: CanvasTexts,
): Items {
  return [
    {
      key: 'insert',
      label: t('do.insert'),
      disabled: readOnly,
      onClick: () => openPalette({ pointer, at: flow.screenToFlowPosition(pointer), flow: id }),
    },
    {
      key: 'remove',
      label: t('do.removeFlow'),
      danger: true,
      disabled: readOnly,
      onClick: () => execute(removeFlows({ flows: [id] })),
    },
  ];
}
