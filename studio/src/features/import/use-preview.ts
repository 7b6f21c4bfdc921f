import { useEffect, useRef, useState } from 'react';
import type { Preview, PreviewRequest } from './import.worker.ts';

/** The text of a file, and its name unless the text was pasted. */
export interface ChosenFile {
  text: string;
  name?: string;
}

/** What a file would become, read in a worker; null where there is no text, or while it is read. */
export function usePreview({ text, name }: ChosenFile): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null);
  const count = useRef(0);
  useEffect(() => {
    setPreview(null);
    if (text.trim() === '') return;
    const id = (count.current += 1);
    const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Preview>) => {
      if (data.id === id) setPreview(data);
      worker.terminate();
    });
    worker.postMessage({ id, text, name } satisfies PreviewRequest);
    return () => worker.terminate();
  }, [text, name]);
  return preview;
}
