import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo, useCallback } from 'react';
import type { Card, CardExit } from '../project/card.ts';
import { portMiddle } from '../project/geometry.ts';
import type { StepNode } from '../project/project-nodes.ts';
import { useSessionIfAny } from '../session.ts';
import { useTexts } from '../texts.ts';
import { exitWords } from '../../looks/exit-words.ts';
import { useDistance } from './distance.ts';
import { useMarks } from './marks.ts';
import { ThreadBadge } from './ThreadBadge.tsx';
import { useTexts as useLookTexts } from '../../looks/texts.ts';
import { stepTitle } from '../../looks/step-title.ts';
import { StepName } from './StepName.tsx';
import { looks } from '../../looks/step-looks.tsx';

/** A step on the canvas. It is drawn again only when its data is another object; from afar it is no more than its name. */
export const StepCard = memo(function StepCard(props: NodeProps<StepNode>) {
  return useDistance() === 'near' ? <NearCard {...props} /> : <FarCard {...props} />;
});

function FarCard({ data: { step, severity }, selected }: NodeProps<StepNode>) {
  const isNameless = useDistance() === 'very-far';
  const mark = useMarks(useCallback(({ steps }) => steps.get(step.id), [step.id]));
  const look = [
    `step-card is-far of-${looks[step.type].group}`,
    isNameless && 'is-very-far',
    selected && 'is-chosen',
    mark && `mark-${mark}`,
    severity && `has-${severity}`,
  ];
  return (
    <div className={look.filter(Boolean).join(' ')} data-step={step.id}>
      {isNameless ? null : <FarName step={step} />}
    </div>
  );
}

function FarName({ step }: Pick<Card, 'step'>) {
  return <span>{stepTitle(useLookTexts(), step)}</span>;
}

function NearCard({ data, selected }: NodeProps<StepNode>) {
  const t = useTexts();
  const words = useLookTexts();
  const { step, summary, main, rows, severity } = data;
  const { Icon, group } = looks[step.type];
  const hasSummary = summary !== '';
  const { id } = step;
  const mark = useMarks(useCallback(({ steps }) => steps.get(id), [id]));
  const badge = useMarks(useCallback(({ badges }) => badges.get(id), [id]));
  const stopsHere = useMarks(useCallback(({ breakpoints }) => breakpoints.has(id), [id]));
  const light = useLight(id);
  const others = useMarks(useCallback((overlay) => overlay.others.get(id), [id]));
  const look = [
    `step-card of-${group}`,
    selected && 'is-chosen',
    mark && `mark-${mark}`,
    light && `light-${light}`,
    severity && `has-${severity}`,
  ];
  return (
    <div className={look.filter(Boolean).join(' ')} data-step={id}>
      <Starts {...data} />
      {stopsHere && <i className="breakpoint" role="img" aria-label={t('breakpoint')} title={t('breakpoint')} />}
      {others && <span className="step-others">{others}</span>}
      <ThreadBadge step={id} />
      {badge && <span className="step-badge">{badge}</span>}
      <Handle
        type="target"
        id="in"
        position={Position.Left}
        isConnectableStart={false}
        style={{ top: portMiddle(-1, hasSummary) }}
      />
      <header>
        <span className="step-icon" aria-hidden>
          <Icon />
        </span>
        <StepName step={step} />
        {mark && <span className="step-mark">{t(`mark.${mark}`)}</span>}
        {severity && <i className={`dot is-${severity}`} role="img" aria-label={t(`severity.${severity}`)} />}
        {main && <Port exit={main} top={portMiddle(-1, hasSummary)} />}
      </header>
      {hasSummary && <p>{summary}</p>}
      {rows.map((exit, row) => (
        <div className={`step-exit${exit.isConnected ? '' : ' is-open'}`} key={exit.name}>
          <span>{exitWords(words, exit)}</span>
          <Port exit={exit} top={portMiddle(row, hasSummary)} />
        </div>
      ))}
    </div>
  );
}

/** What begins a run here. */
function Starts({ starts, isFallback }: Pick<Card, 'starts' | 'isFallback'>) {
  const t = useTexts();
  if (starts.length === 0 && !isFallback) return null;
  return (
    <div className="step-starts">
      {starts.map((start) => (
        <span key={start}>▸ {start.startsWith(':') ? t(`trigger.${start.slice(1) as 'conversation'}`) : start}</span>
      ))}
      {isFallback && <span className="is-fallback">{t('fallback')}</span>}
    </div>
  );
}

function Port({ exit, top }: { exit: CardExit; top: number }) {
  const look = exit.isConnected ? 'is-connected' : exit.isRequired ? 'is-missing' : 'is-free';
  return (
    <Handle
      type="source"
      id={exit.name}
      position={Position.Right}
      isConnectableEnd={false}
      className={look}
      style={{ top }}
    />
  );
}

function useLight(id: string): string | undefined {
  return useSessionIfAny()?.lit.use().get(id);
}
