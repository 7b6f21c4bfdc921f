import type { Scenario } from '@scenarium/language';
import { offeredButtons, type Line, type World } from '@scenarium/engine';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { errorWords } from '../../ui/error-words.ts';
import { useTexts } from './texts.ts';

interface DialogueProps {
  world: World;
  flows: Scenario['flows'];
  lang: string;
  onPress(id: string, label: string): void;
}

/** What was said, with the buttons that can be pressed now. */
export function Dialogue({ world, flows, lang, onPress }: DialogueProps) {
  const t = useTexts();
  const log = useRef<HTMLDivElement>(null);
  const { lines, run, held } = world;
  const failure = held?.stop?.error;
  const offered = run.status === 'waiting' && !held ? new Set(offeredButtons(lines)) : new Set();
  useEffect(() => void log.current?.scrollTo({ top: log.current.scrollHeight }), [lines.length]);
  return (
    <div className="dialogue" ref={log} role="log" aria-label={t('dialogue')} tabIndex={0} lang={lang}>
      {lines.map((line, i) => (
        <Said key={i} line={line} offered={offered} onPress={onPress} />
      ))}
      <span className="event-line">
        <Standing world={world} flows={flows} />
      </span>
      {failure && <span className="event-line is-error">{t('conditionFailed', { message: errorWords(failure) })}</span>}
    </div>
  );
}

function Said({
  line,
  offered,
  onPress,
}: {
  line: Line;
  offered: ReadonlySet<unknown>;
  onPress: DialogueProps['onPress'];
}) {
  if (line.from === 'contact') return <div className="bubble mine">{line.text}</div>;
  const { text, buttons = [], attachments = [], citations = [] } = line.message;
  return (
    <div className="bubble">
      {text}
      {attachments.map(({ url, name }) => (
        <small key={url}>
          <a href={url} target="_blank" rel="noreferrer">
            {name ?? url}
          </a>
        </small>
      ))}
      {citations.map(({ title, url }, i) => (
        <small key={i}>
          [{i + 1}] {url ? <a href={url}>{title}</a> : title}
        </small>
      ))}
      {buttons.length > 0 && (
        <div className="bubble-buttons">
          {buttons.map((button) =>
            button.url === undefined ? (
              <Button
                key={button.id}
                size="small"
                disabled={!offered.has(button)}
                onClick={() => onPress(button.id, button.label)}
              >
                {button.label}
              </Button>
            ) : (
              <Button key={button.id} size="small" href={button.url} target="_blank" rel="noreferrer">
                {button.label}
              </Button>
            ),
          )}
        </div>
      )}
    </div>
  );
}

/** Where the run is, in a few words. */
function Standing({ world: { run, held, calls, until }, flows }: Pick<DialogueProps, 'world' | 'flows'>) {
  const t = useTexts();
  const at = (ids: readonly string[]): string =>
    run.tokens.flatMap(({ id, step }) => (ids.includes(id) ? [step] : [])).join(', ');
  if (run.error) return t('failed', { message: errorWords(run.error) });
  if (run.status !== 'waiting') return t('ended', { outcome: run.outcome ?? run.status });
  const flow = flows.find(({ id }) => id === held?.stop?.flow);
  if (flow) return t('stoppedOnFlow', { from: flow.from, to: flow.to });
  if (held) return t('stoppedBefore', { steps: at(held.tokens) });
  if (calls.length > 0) return t('asksActions', { actions: calls.map(({ action }) => action).join(', ') });
  if (until !== undefined) return t('restless');
  return t('waitsAt', { steps: at(run.tokens.map(({ id }) => id)) });
}
