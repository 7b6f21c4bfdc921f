import type { Moment, TraceEntry } from '@scenarium/engine';
import { Button } from 'antd';
import { clockTime } from '../../i18n/formats.ts';
import { errorWords } from '../../ui/error-words.ts';
import { actWords } from './act-words.ts';
import { useTexts } from './texts.ts';

interface MomentsProps {
  moments: readonly Moment[];
  index: number;
  onGoTo(index: number): void;
  onStep(step: string): void;
}

/** Everything that happened, moment by moment: any of them can be gone back to. */
export function Moments({ moments, index, onGoTo, onStep }: MomentsProps) {
  const t = useTexts();
  return (
    <ol className="moments">
      {moments.map(({ act, world }, i) => {
        const before = moments[i - 1]?.world;
        const fresh = world.trace.slice(before?.trace.length ?? 0);
        const emitted = world.commands.slice(before?.commands.length ?? 0);
        return (
          <li key={i} className={i > index ? 'later' : ''} aria-current={i === index}>
            <Button size="small" type={i === index ? 'primary' : 'text'} onClick={() => onGoTo(i)}>
              {actWords(act, t)}
            </Button>
            <ul>
              {fresh.filter(isTold).map((entry, n) => (
                <li key={n}>
                  <button type="button" onClick={() => onStep(entry.step)}>
                    <span className="soft">{clockTime(entry.at)}</span> <code>{entry.step}</code> {traceWords(entry, t)}
                  </button>
                </li>
              ))}
              {emitted.map((command) =>
                command.kind === 'emit-event' ? (
                  <li key={command.id}>
                    <span className="is-info">
                      {t('emits', { name: command.name })} <code>{JSON.stringify(command.data)}</code>
                    </span>
                  </li>
                ) : null,
              )}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}

const isTold = ({ kind }: TraceEntry): boolean => kind !== 'left';

function traceWords({ kind, detail }: TraceEntry, t: ReturnType<typeof useTexts>): string {
  if (kind === 'failed') return t('traceFailed', { message: errorWords(Object(detail)) });
  if (kind === 'ignored') return t('traceIgnored');
  if (kind === 'missing-text') return t('traceMissing');
  return kind === 'waiting' ? t('traceWaiting') : '';
}
