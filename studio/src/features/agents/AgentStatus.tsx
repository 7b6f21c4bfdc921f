import type { Agent } from './agent.ts';
import { useTexts } from './texts.ts';

/** Does it answer? In a word, not in colour alone. */
export function AgentStatus({ agent }: { agent: Agent }) {
  const t = useTexts();
  return agent.version ? (
    <span className="status good">{t('isAnswering')}</span>
  ) : (
    <span className="status wait">{t('isSilent')}</span>
  );
}
