import { BUILT_IN, createChecker, type Checker, type Variable, type VariableType } from '@scenarium/language';
import { useMemo, useSyncExternalStore } from 'react';
import type { DocumentIndex } from '../../document/index.ts';
import { useEditor } from '../scenarios/editor.ts';
import type { Names } from './model/completions.ts';

/** One part of the document, drawn again only when it changes: `select` gives the same object while it does not. */
export function usePart<T>(select: (index: DocumentIndex) => T): T {
  const { store } = useEditor();
  return useSyncExternalStore(store.subscribe, () => select(store.index));
}

/** The variables and their types. */
export function useVariables(): Names {
  const variables = usePart(({ scenario }) => scenario.variables);
  return useMemo(() => typesOf(variables), [variables]);
}

/** Checks expressions and templates against the variables there are. */
export function useChecker(): Checker {
  const variables = usePart(({ scenario }) => scenario.variables);
  return checkerOf(variables);
}

const checkers = new WeakMap<object, Checker>();

/** All fields of a form share the checker of their variables. */
function checkerOf(variables: Readonly<Record<string, Variable>>): Checker {
  const known = checkers.get(variables);
  if (known) return known;
  const made = createChecker({ ...BUILT_IN, ...typesOf(variables) });
  checkers.set(variables, made);
  return made;
}

function typesOf(variables: Readonly<Record<string, Variable>>): Record<string, VariableType> {
  return Object.fromEntries(Object.entries(variables).map(([name, { type }]) => [name, type]));
}
