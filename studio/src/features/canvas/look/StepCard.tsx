import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { Card, CardExit } from '../project/card.ts';
import { portMiddle } from '../project/geometry.ts';
import type { StepNode } from '../project/project-nodes.ts';
import { useSessionIfAny } from '../session.ts';
import { useTexts } from '../texts.ts';
import { exitWords } from '../../looks/exit-words.ts';
import { BreakpointDot } from './BreakpointDot.tsx';
import { useDistance } from './distance.ts';
import { stepMarks, useMarks } from './marks.ts';
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
  const { mark, breakpoint } = useMarks(stepMarks, step.id);
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
      {breakpoint && <BreakpointDot table="steps" id={step.id} breakpoint={breakpoint} />}
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
  const { mark, badge, others, threads, breakpoint } = useMarks(stepMarks, id);
  const light = useLight(id);
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
      {breakpoint && <BreakpointDot table="steps" id={id} breakpoint={breakpoint} />}
      {others && <span className="step-others">{others}</span>}
      {threads !== undefined && <ThreadBadge step={id} count={threads} />}
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
