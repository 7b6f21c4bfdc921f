import { looks } from '../../looks/step-looks.tsx';
import type { Entry } from './entries.ts';

/** An entry of the palette: its icon, name, and what it does. */
export function StepEntry({ entry: { choice, group, label, about, Icon } }: { entry: Entry }) {
  const tone = choice ? looks[choice.type].group : group;
  return (
    <>
      <span className={`step-icon of-${tone}`} aria-hidden>
        <Icon />
      </span>
      <span className="entry-words">
        {label}
        <small>{about}</small>
      </span>
    </>
  );
}
