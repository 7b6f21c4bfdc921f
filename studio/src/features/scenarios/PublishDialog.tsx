import type { Problem } from '@scenarium/language';
import { Alert, Checkbox, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import type { Answer } from '../../api/send.ts';
import { useWrite } from '../../api/use-write.ts';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { useTell } from '../../ui/use-tell.ts';
import { countsOf } from './counts-of.ts';
import { useTexts } from './texts.ts';

interface PublishDialogProps {
  scenario: Answer<'getScenario'>;
  problems: readonly Problem[];
  /** Agents that are drawn from the scenario. */
  agents: readonly { id: string; name: string }[];
  onClose(): void;
}

/** Publishes the draft: errors refuse, warnings ask. */
export function PublishDialog({ scenario, problems, agents, onClose }: PublishDialogProps) {
  const t = useTexts();
  const tell = useTell();
  const [note, setNote] = useState('');
  const [chosen, setChosen] = useState(agents.map(({ id }) => id));
  const publish = useWrite('publishScenario', ['getScenario', 'listVersions', 'listScenarios']);
  const activate = useWrite('updateAgent', ['getAgent', 'listAgents']);
  const { errors, warnings } = countsOf(problems);

  async function submit(): Promise<void> {
    const version = await publish.mutateAsync({ params: { id: scenario.id }, body: { note: note.trim() } });
    for (const id of chosen) await activate.mutateAsync({ params: { id }, body: { version: version.id } });
    tell.done(t('published', { number: version.number }));
    onClose();
  }

  return (
    <Modal
      open
      title={t('publishTitle', { number: scenario.latest + 1 })}
      okText={warnings > 0 && errors === 0 ? t('publishAnyway') : t('publishNow')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: errors > 0, loading: publish.isPending || activate.isPending }}
      onOk={() => void submit().catch(() => undefined)}
      onCancel={onClose}
    >
      <div className="stack">
        {errors > 0 && (
          <Alert
            type="error"
            showIcon
            title={t('publishErrors')}
            description={t('publishErrorsText', { count: errors })}
          />
        )}
        {errors === 0 && warnings > 0 && (
          <Alert type="warning" showIcon title={t('publishWarnings', { count: warnings })} />
        )}
        <Form layout="vertical">
          <Form.Item label={t('note')} htmlFor="note">
            <Input.TextArea
              id="note"
              autoFocus
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={2_000}
              placeholder={t('notePlaceholder')}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          </Form.Item>
          {agents.map(({ id, name }) => (
            <div key={id}>
              <Checkbox
                checked={chosen.includes(id)}
                onChange={({ target }) =>
                  setChosen(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
                }
              >
                {t('activateFor', { name })}
              </Checkbox>
            </div>
          ))}
        </Form>
        <ProblemNotice error={publish.error ?? activate.error} />
      </div>
    </Modal>
  );
}
