import type { Json, Scenario } from '@scenarium/language';
import { Button, Collapse, Input, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../i18n/use-language.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SimulatedLine } from './SimulatedLine.tsx';
import { useTexts } from './texts.ts';
import { useSimulation } from './use-simulation.ts';

const HOUR_MS = 3_600_000;

/** A chat with the draft: nothing leaves the browser, and time can be moved. */
export function DraftChat({ scenario }: { scenario: Scenario | null }) {
  const t = useTexts();
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<string>();
  const [said, setSaid] = useState('');
  const [answer, setAnswer] = useState('{}');
  const locale =
    chosen && scenario?.locales.includes(chosen)
      ? chosen
      : (scenario?.locales.find((one) => one === language) ?? scenario?.locales[0] ?? 'en');
  const { simulation, act, restart } = useSimulation(scenario, { locale, answer: readJson(answer) });
  const log = useRef<HTMLDivElement>(null);
  const lines = simulation?.lines ?? [];
  useEffect(() => void log.current?.scrollTo({ top: log.current.scrollHeight }), [lines.length]);
  if (!simulation) return <EmptyState title={t('tryTitle')}>{t('tryBroken')}</EmptyState>;

  const { status, outcome, error, tokens } = simulation.run;
  const isWaiting = status === 'waiting';
  const send = (): void => {
    if (!said.trim()) return;
    act((playing) => playing.say(said.trim()));
    setSaid('');
  };
  return (
    <div className="try">
      <div className="dialogue" ref={log} role="log" aria-label={t('tryTitle')} tabIndex={0} lang={locale}>
        {lines.map((line, i) => (
          <SimulatedLine
            key={i}
            line={line}
            isLast={i === lines.length - 1}
            onPress={(id, label) => act((playing) => playing.say(label, id))}
          />
        ))}
        <span className="event-line">
          {error
            ? t('failed', { message: error.message })
            : isWaiting
              ? t('atStep', { steps: tokens.map(({ step }) => step).join(', ') })
              : t('ended', { outcome: outcome ?? status })}
        </span>
      </div>
      <div className="try-foot">
        <div className="row">
          <Input
            className="grow"
            aria-label={t('say')}
            placeholder={t('say')}
            disabled={!isWaiting}
            value={said}
            onChange={({ target }) => setSaid(target.value)}
            onPressEnter={send}
          />
          <Button type="primary" disabled={!isWaiting || !said.trim()} onClick={send}>
            {t('send')}
          </Button>
        </div>
        <div className="row">
          <Button size="small" onClick={restart}>
            {t('restart')}
          </Button>
          <Button size="small" disabled={!isWaiting} onClick={() => act((playing) => playing.advanceTime(HOUR_MS))}>
            +1 h
          </Button>
          <Button
            size="small"
            disabled={!isWaiting}
            onClick={() => act((playing) => playing.advanceTime(24 * HOUR_MS))}
          >
            +24 h
          </Button>
          <Select
            size="small"
            aria-label={t('draftLanguage')}
            value={locale}
            options={scenario?.locales.map((value) => ({ value, label: value }))}
            onChange={setChosen}
          />
        </div>
        <Collapse
          size="small"
          ghost
          items={[
            {
              key: 'actions',
              label: t('actionsAnswer'),
              children: (
                <>
                  <Input.TextArea
                    className="mono"
                    aria-label={t('actionsAnswer')}
                    autoSize={{ minRows: 2, maxRows: 6 }}
                    value={answer}
                    onChange={({ target }) => setAnswer(target.value)}
                  />
                  <small className="soft">{t('tryHint')}</small>
                </>
              ),
            },
          ]}
        />
      </div>
    </div>
  );
}

function readJson(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return {};
  }
}
