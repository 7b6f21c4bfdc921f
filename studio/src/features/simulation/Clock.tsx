import { nextWorkingMorning, type Act, type World } from '@scenarium/engine';
import { Button, Dropdown } from 'antd';
import { currentLanguage } from '../../i18n/i18n.ts';
import { useTexts } from './texts.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

interface ClockProps {
  world: World;
  timezone: string;
  onAct(act: Act): void;
}

/** The time in the world of the dialogue, where the scenario is, and how to move it. */
export function Clock({ world: { now, due, run, held }, timezone, onAct }: ClockProps) {
  const t = useTexts();
  const shown = (at: number): string =>
    new Date(at).toLocaleString(currentLanguage(), { timeZone: timezone, dateStyle: 'medium', timeStyle: 'short' });
  const [next] = [...due].sort((a, b) => a.at - b.at);
  const go = (to: number): void => onAct({ kind: 'advance', milliseconds: Math.max(0, to - now) });
  const items = [
    { key: 'minute', label: t('plusMinute'), at: now + MINUTE_MS },
    { key: 'hour', label: t('plusHour'), at: now + HOUR_MS },
    { key: 'day', label: t('plusDay'), at: now + 24 * HOUR_MS },
    { key: 'morning', label: t('nextMorning'), at: nextWorkingMorning(now, timezone) },
    ...(next ? [{ key: 'next', label: t('toNext', { step: next.step }), at: next.at }] : []),
  ];
  return (
    <div className="row soft">
      <Dropdown
        autoFocus
        trigger={['click']}
        disabled={run.status !== 'waiting' || held !== undefined}
        menu={{
          items: items.map(({ key, label }) => ({ key, label })),
          onClick: ({ key }) => go(items.find((item) => item.key === key)?.at ?? now),
        }}
      >
        <Button size="small" aria-label={`${t('clock')}: ${shown(now)}`}>
          {shown(now)}
        </Button>
      </Dropdown>
      {next && <small>{t('due', { step: next.step, time: shown(next.at) })}</small>}
    </div>
  );
}
