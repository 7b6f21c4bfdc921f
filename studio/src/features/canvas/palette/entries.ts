import { ApiOutlined } from '@ant-design/icons';
import type { ComponentType } from 'react';
import { inLanguage } from '../../../i18n/in-language.ts';
import { useTexts as useLookTexts } from '../../looks/texts.ts';
import { GROUPS, looks, STEP_TYPES, type Group } from '../../looks/step-looks.tsx';
import { type Choice } from '../session.ts';
import { useShown } from '../../scenarios/shown.ts';
import { useTexts } from '../texts.ts';

/** Something that can be chosen in the palette. */
export interface Entry {
  key: string;
  group: Group | 'actions' | 'steps';
  label: string;
  about: string;
  Icon: ComponentType;
  /** A step to add. */
  choice?: Choice;
  /** A step that is there, to lead to. */
  step?: string;
}

/** Every kind of step, group by group, and every action of the plugins. */
export function useEntries(): Entry[] {
  const t = useTexts();
  const words = useLookTexts();
  const { actions } = useShown();
  const types = GROUPS.flatMap((group) =>
    STEP_TYPES.filter((type) => looks[type].group === group).map((type): Entry => ({
      key: type,
      group,
      label: words(`type.${type}`),
      about: t(`about.${type}`),
      Icon: looks[type].Icon,
      choice: { type },
    })),
  );
  const ofPlugins = actions.map(({ name, title, description }): Entry => ({
    key: name,
    group: 'actions',
    label: inLanguage(title) || name,
    about: inLanguage(description),
    Icon: ApiOutlined,
    choice: { type: 'action', action: name },
  }));
  return [...types, ...ofPlugins];
}

/** Entries in which every word of the query begins a word; what says so in its name comes first. */
export function matching(entries: readonly Entry[], query: string): Entry[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const fits = (text: string): boolean => words.every((word) => ` ${plain(text)}`.includes(` ${word}`));
  const named = entries.filter(({ label, key }) => fits(`${label} ${key.replaceAll(/[.-]/g, ' ')}`));
  const others = entries.filter((entry) => !named.includes(entry) && fits(`${entry.label} ${entry.about}`));
  return [...named, ...others];
}

const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');
