import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { isTyping } from '../ui/is-typing.ts';
import { dialogs } from './dialogs.ts';
import { places } from './places.tsx';

const PAIR_MS = 1_200;

/** Keys that work on every page: Ctrl+K, `?`, and `g` with a letter. */
export function useShortcuts(): void {
  const navigate = useNavigate();
  useEffect(() => {
    let began = 0;
    const press = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.code === 'KeyK') {
        event.preventDefault();
        return dialogs.set('palette');
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '?') return dialogs.set('shortcuts');
      if (event.code === 'KeyG') return void (began = event.timeStamp);
      // By the key's place: the same on a Russian keyboard.
      const place = places.find(({ letter }) => event.code === `Key${letter.toUpperCase()}`);
      if (place && event.timeStamp - began < PAIR_MS) {
        event.preventDefault();
        void navigate(place.path);
      }
      began = 0;
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [navigate]);
}
