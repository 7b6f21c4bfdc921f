import { Collapse } from 'antd';
import { useEffect } from 'react';
import { useRead } from '../../api/use-read.ts';
import { clockTime, count, money } from '../../i18n/formats.ts';
import { JsonBlock } from '../../ui/JsonBlock.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useTexts } from './texts.ts';

/** What models were asked and answered, with tokens, time and cost. */
export function ModelCalls({ conversation, upTo }: { conversation: string; upTo: number }) {
  const t = useTexts();
  const calls = useRead('listModelCalls', { params: { id: conversation } });
  const { refetch } = calls;
  useEffect(() => void refetch(), [upTo, refetch]);
  return (
    <Loaded of={calls}>
      {({ calls: list }) =>
        list.length === 0 ? (
          <p className="soft">{t('noCalls')}</p>
        ) : (
          <Collapse
            size="small"
            items={list.map(({ id, connection, model, prompt, reply, inputTokens, outputTokens, cost, ms, at }) => ({
              key: id,
              label: (
                <span className="row apart">
                  <code>
                    {connection}:{model}
                  </code>
                  <span className="soft">
                    {clockTime(at)} · {t('took', { ms: count(ms) })} ·{' '}
                    {t('tokens', { input: count(inputTokens), output: count(outputTokens) })} ·{' '}
                    {t('cost', { cost: money(cost) })}
                  </span>
                </span>
              ),
              children: (
                <div className="stack tight">
                  <strong>{t('prompt')}</strong>
                  <JsonBlock value={prompt} label={t('prompt')} />
                  <strong>{t('reply')}</strong>
                  <JsonBlock value={reply} label={t('reply')} />
                </div>
              ),
            }))}
          />
        )
      }
    </Loaded>
  );
}
