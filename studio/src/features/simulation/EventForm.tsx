import { subscriptions, type Act, type World } from '@scenarium/engine';
import type { Json } from '@scenarium/language';
import { AutoComplete, Button } from 'antd';
import { useState } from 'react';
import { JsonField } from './JsonField.tsx';
import { useTexts } from './texts.ts';

/** Lets an event happen; those that the run waits for are offered. */
export function EventForm({ world, onAct }: { world: World; onAct(act: Act): void }) {
  const t = useTexts();
  const awaited = subscriptions(world.run);
  const [name, setName] = useState(awaited[0]?.name ?? '');
  const [data, setData] = useState<Json>({});
  const key = awaited.find((one) => one.name === name)?.key;
  return (
    <div className="begin">
      <AutoComplete
        size="small"
        aria-label={t('event')}
        placeholder={t('event')}
        value={name}
        options={awaited.map((one) => ({ value: one.name }))}
        onChange={setName}
      />
      <JsonField value={data} label={t('eventData')} minRows={2} onChange={setData} />
      <Button
        size="small"
        disabled={!name.trim()}
        onClick={() => onAct({ kind: 'emit', name: name.trim(), data, ...(key !== undefined && { key }) })}
      >
        {t('emit')}
      </Button>
    </div>
  );
}
