import { useEffect } from 'react';
import { useSession } from './session.ts';

/** Follows a play to where it goes. */
export function useOverlay(): void {
  const { overlay, show } = useSession();
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
