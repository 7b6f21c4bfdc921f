import { useRef } from 'react';

/** The same object for as long as a value says the same: a draft that was only saved is no other one. */
export function useUnchanged<T>(value: T): T {
  const kept = useRef(value);
  if (kept.current !== value && JSON.stringify(kept.current) !== JSON.stringify(value)) kept.current = value;
  return kept.current;
}
