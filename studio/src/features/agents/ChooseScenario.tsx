import { Select } from 'antd';
import { useCan } from '../../api/use-can.ts';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { useTell } from '../../ui/use-tell.ts';
import type { Agent } from './agent.ts';
import { useTexts } from './texts.ts';

/** An agent without a scenario is given one. */
export function ChooseScenario({ agent }: { agent: Agent }) {
  const t = useTexts();
  const tell = useTell();
  const { data } = useRead('listScenarios', {});
  const update = useWrite('updateAgent', ['getAgent', 'listAgents']);
  return (
    <div className="stack tight">
      <h2>{t('noScenario')}</h2>
      <p className="soft">{t('noScenarioText')}</p>
      <Select
        disabled={!useCan('agents:write')}
        placeholder={t('chooseScenario')}
        aria-label={t('chooseScenario')}
        options={data?.scenarios.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(scenario: string) =>
          update.mutate({ params: { id: agent.id }, body: { scenario } }, { onError: tell.failed })
        }
      />
    </div>
  );
}
