import { useEffect } from 'react';
import { stepsUsing } from '../../../document/index.ts';
import { isTyping } from '../../../ui/is-typing.ts';
import { useSession, type Light, type Session } from '../session.ts';

const HELD_MS = 250;
const DARK: ReadonlyMap<string, Light> = new Map();

/** While Shift is held, lights up the steps that write what the chosen one reads, and those that read what it writes. */
export function useLights(): void {
  const session = useSession();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const end = (): void => {
      clearTimeout(timer);
      session.lit.set(DARK);
    };
    const press = (event: KeyboardEvent): void => {
      clearTimeout(timer);
      if (event.key !== 'Shift' || event.repeat || isTyping(event.target)) return;
      timer = setTimeout(() => session.lit.set(lightsOf(session)), HELD_MS);
    };
    const lift = (event: KeyboardEvent): void => {
      if (event.key === 'Shift') end();
    };
    addEventListener('keydown', press);
    addEventListener('keyup', lift);
    addEventListener('blur', end);
    return () => {
      removeEventListener('keydown', press);
      removeEventListener('keyup', lift);
      removeEventListener('blur', end);
      clearTimeout(timer);
    };
  }, [session]);
}

function lightsOf({ store, selection }: Session): ReadonlyMap<string, Light> {
  const lights = new Map<string, Light>();
  const [chosen = ''] = selection.get();
  for (const variable of store.index.keys('variables')) {
    const { reading, writing } = stepsUsing(store.index, variable);
    if (writing.includes(chosen)) for (const id of reading) lights.set(id, 'reads');
    if (reading.includes(chosen)) for (const id of writing) lights.set(id, 'writes');
  }
  lights.delete(chosen);
  return lights;
}
