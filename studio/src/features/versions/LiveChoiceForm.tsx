import type { Scenario } from '@scenarium/language';
import { Form, Input } from 'antd';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { LiveTable } from './LiveTable.tsx';
import { useTexts } from './texts.ts';
import type { LiveChoices } from './use-live-choices.ts';

interface LiveChoiceFormProps {
  /** The agents that are to change. */
  agents: readonly { id: string; name: string }[];
  after: Scenario;
  choices: LiveChoices;
}

/** Who is talking on these agents now, and what becomes of them. */
export function LiveChoiceForm({ agents, after, choices }: LiveChoiceFormProps) {
  const t = useTexts();
  const { live, choicesOf, choose, message, restarts, write } = choices;
  return (
    <div className="stack tight">
      <ProblemNotice error={live.error} onRetry={live.refetch} />
      {agents.map(({ id, name }) => {
        const found = live.data?.agents.find(({ agent }) => agent.id === id);
        return (
          found && (
            <section key={id} aria-label={name}>
              <div className="row apart">
                <strong>{name}</strong>
                {found.conversations > 0 && (
                  <span className="soft">{t('inProgress', { count: found.conversations })}</span>
                )}
              </div>
              <LiveTable live={found} after={after} choices={choicesOf(id)} onChoose={(fate) => choose(id, fate)} />
            </section>
          )
        );
      })}
      {restarts && (
        <Form layout="vertical">
          {Object.entries(message).map(([locale, text]) => (
            <Form.Item key={locale} label={t('message', { locale })} htmlFor={`message-${locale}`}>
              <Input.TextArea
                id={`message-${locale}`}
                autoSize={{ minRows: 1, maxRows: 4 }}
                maxLength={4_000}
                value={text}
                onChange={({ target }) => write(locale, target.value)}
              />
            </Form.Item>
          ))}
        </Form>
      )}
    </div>
  );
}
