import type { Change } from '@scenarium/language';
import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { ScenarioPicture } from '../canvas/ScenarioPicture.tsx';
import { createOverlay } from '../scenarios/overlay.ts';
import { ChangeList } from './ChangeList.tsx';
import { groupChanges } from './group-changes.ts';
import { marksOf } from './marks-of.ts';
import { TextDiff, type Named } from './TextDiff.tsx';
import { useTexts } from './texts.ts';
import './versions.css';

interface ComparisonProps {
  before: Named;
  after: Named;
  /** Takes one change back. */
  onRevert?: ((change: Change) => void) | undefined;
}

/** Two scenarios compared: what changed in words beside both pictures, or both texts. A step chosen in one is shown in all. */
export function Comparison({ before, after, onRevert }: ComparisonProps) {
  const t = useTexts();
  const [face, setFace] = useState<'pictures' | 'text'>('pictures');
  const [chosen, setChosen] = useState<string | null>(null);
  const groups = useMemo(() => groupChanges(before.scenario, after.scenario), [before.scenario, after.scenario]);
  const count = groups.reduce((sum, { changes }) => sum + changes.length, 0);
  return (
    <div className="stack tight">
      <div className="row apart">
        <strong>{t('changes', { count })}</strong>
        <Segmented
          aria-label={t('compare')}
          value={face}
          options={[
            { value: 'pictures' as const, label: t('pictures') },
            { value: 'text' as const, label: t('asText') },
          ]}
          onChange={setFace}
        />
      </div>
      {face === 'text' ? (
        <TextDiff before={before} after={after} />
      ) : (
        <div className="comparison">
          <ChangeList groups={groups} chosen={chosen} onChoose={setChosen} onRevert={onRevert} />
          <div className="stack tight">
            {[before, after].map((side, i) => (
              <MarkedPicture key={i} side={side} groups={groups} chosen={chosen} onChoose={setChosen} />
            ))}
          </div>
        </div>
      )}
    </div>
  );
}

interface MarkedPictureProps {
  side: Named;
  groups: ReturnType<typeof groupChanges>;
  chosen: string | null;
  onChoose(step: string): void;
}

function MarkedPicture({ side: { name, scenario }, groups, chosen, onChoose }: MarkedPictureProps) {
  const overlay = useMemo(() => {
    const made = createOverlay();
    made.show(marksOf(scenario, groups));
    return made;
  }, [scenario, groups]);
  return (
    <figure>
      <figcaption>{name}</figcaption>
      <ScenarioPicture scenario={scenario} overlay={overlay} height={280} chosen={chosen} onChoose={onChoose} />
    </figure>
  );
}
