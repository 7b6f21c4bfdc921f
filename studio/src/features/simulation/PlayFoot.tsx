import { isAsking, type Act, type World } from '@scenarium/engine';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Clock } from './Clock.tsx';
import { useTexts } from './texts.ts';

interface PlayFootProps {
  world: World;
  timezone: string;
  onAct(act: Act): void;
  onStep(): void;
}

/** What can be done in this moment: speak, go on, move the clock. */
export function PlayFoot({ world, timezone, onAct, onStep }: PlayFootProps) {
  const t = useTexts();
  const [said, setSaid] = useState('');
  const { run, held, calls, until } = world;
  const isOpen = run.status === 'waiting' && !held;
  const send = (): void => {
    if (!said.trim()) return;
    onAct({ kind: 'say', text: said.trim() });
    setSaid('');
  };
  return (
    <div className="try-foot">
      {held ? (
        <div className="row">
          <Button size="small" type="primary" onClick={() => onAct({ kind: 'go-on' })}>
            {t('goOn')}
          </Button>
          <Button size="small" onClick={onStep}>
            {t('step')}
          </Button>
        </div>
      ) : (
        <div className="row">
          <Input
            className="grow"
            aria-label={t('say')}
            placeholder={isOpen && !isAsking(run) ? t('sayUnasked') : t('say')}
            disabled={!isOpen}
            value={said}
            onChange={({ target }) => setSaid(target.value)}
            onPressEnter={send}
          />
          <Button type="primary" disabled={!isOpen || !said.trim()} onClick={send}>
            {t('send')}
          </Button>
        </div>
      )}
      <div className="row">
        <Clock world={world} timezone={timezone} onAct={onAct} />
        {isOpen && until !== undefined && calls.length === 0 && (
          <Button size="small" onClick={() => onAct({ kind: 'go-on' })}>
            {t('goOn')}
          </Button>
        )}
        {run.tokens.some(({ wait }) => wait?.for === 'human') && (
          <Button size="small" onClick={() => onAct({ kind: 'hand-back' })}>
            {t('handBack')}
          </Button>
        )}
      </div>
    </div>
  );
}
