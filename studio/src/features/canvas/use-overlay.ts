import { useEffect } from 'react';
import { useSession } from './session.ts';

/** Tells others which step is chosen here, and follows a play to where it goes. */
export function useOverlay(): void {
  const { overlay, selection, show } = useSession();
  const [selected = null, ...more] = selection.use();
  const alone = more.length === 0 ? selected : null;
  useEffect(() => overlay.show({ selected: alone }), [alone]);
  useEffect(() => {
    let before = overlay.get().latest;
    return overlay.subscribe(() => {
      const { latest } = overlay.get();
      if (latest === before) return;
      before = latest;
      if (latest !== null) show(latest);
    });
  }, [overlay]);
}
