import type { ScenarioImport } from '@scenarium/language';
import { useEffect, useState } from 'react';
import { readImport, type ChosenFile } from './read-import.ts';

/** What a file would become; null where there is no text, or while it is read. */
export function usePreview({ text, name }: ChosenFile): ScenarioImport | null {
  const [preview, setPreview] = useState<ScenarioImport | null>(null);
  useEffect(() => {
    setPreview(null);
    if (text.trim() === '') return;
    const { result, stop } = readImport({ text, name });
    void result.then(setPreview, () => undefined);
    return stop;
  }, [text, name]);
  return preview;
}
