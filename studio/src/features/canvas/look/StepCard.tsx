import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { CardExit } from '../project/card.ts';
import { portMiddle } from '../project/geometry.ts';
import type { StepNode } from '../project/project-nodes.ts';
import { useTexts } from '../texts.ts';
import { exitWords } from './exit-words.ts';
import { looks } from './step-looks.tsx';

/** A step on the canvas. It is drawn again only when its data is another object. */
export const StepCard = memo(function StepCard({ data, selected }: NodeProps<StepNode>) {
  const t = useTexts();
  const { step, summary, main, rows, starts, isFallback, severity } = data;
  const { Icon, group } = looks[step.type];
  const hasSummary = summary !== '';
  return (
    <div className={`card of-${group}${selected ? ' is-chosen' : ''}`} data-step={step.id}>
      {(starts.length > 0 || isFallback) && (
        <div className="card-badges">
          {starts.map((start) => (
            <span key={start}>▸ {start.startsWith(':') ? t(`trigger.${start.slice(1)}` as 'trigger.conversation') : start}</span>
          ))}
          {isFallback && <span className="is-fallback">{t('fallback')}</span>}
        </div>
      )}
      <Handle type="target" id="in" position={Position.Left} style={{ top: portMiddle(-1, hasSummary) }} />
      <header>
        <span className="card-icon" aria-hidden>
          <Icon />
        </span>
        <strong>{step.name ?? t(`type.${step.type}`)}</strong>
        {severity && <i className={`dot is-${severity}`} role="img" aria-label={t(`severity.${severity}`)} />}
        {main && <Port exit={main} top={portMiddle(-1, hasSummary)} />}
      </header>
      {hasSummary && <p>{summary}</p>}
      {rows.map((exit, row) => (
        <div className={`card-exit${exit.isConnected ? '' : ' is-open'}`} key={exit.name}>
          <span>{exitWords(t, exit)}</span>
          <Port exit={exit} top={portMiddle(row, hasSummary)} />
        </div>
      ))}
    </div>
  );
});

function Port({ exit, top }: { exit: CardExit; top: number }) {
  const look = exit.isConnected ? 'is-connected' : exit.isRequired ? 'is-missing' : 'is-free';
  return <Handle type="source" id={exit.name} position={Position.Right} className={look} style={{ top }} />;
}
