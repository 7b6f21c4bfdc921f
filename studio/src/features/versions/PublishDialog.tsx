import type { Problem, Scenario } from '@scenarium/language';
import { Alert, Button, Checkbox, Form, Input, Modal } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import type { Answer } from '../../api/send.ts';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { inLanguage } from '../../i18n/in-language.ts';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { useTell } from '../../ui/use-tell.ts';
import { countsOf } from '../scenarios/counts-of.ts';
import { ChangeList } from './ChangeList.tsx';
import { groupChanges } from './group-changes.ts';
import { LiveChoiceForm } from './LiveChoiceForm.tsx';
import { MoveProgress } from './MoveProgress.tsx';
import { useTexts } from './texts.ts';
import { useLiveChoices } from './use-live-choices.ts';
import './versions.css';

interface PublishDialogProps {
  scenario: Answer<'getScenario'>;
  /** The draft as it is saved; null while it is no scenario. */
  draft: Scenario | null;
  problems: readonly Problem[];
  /** Agents that are drawn from the scenario. */
  agents: readonly { id: string; name: string }[];
  onClose(): void;
}

/** Publishes the draft: what is wrong, what changed, who is talking, then how far they have gone over. */
export function PublishDialog({ scenario, draft, problems, agents, onClose }: PublishDialogProps) {
  const t = useTexts();
  const tell = useTell();
  const [note, setNote] = useState('');
  const [chosen, setChosen] = useState(agents.map(({ id }) => id));
  const [moving, setMoving] = useState<readonly { id: string; name: string }[] | null>(null);
  const choices = useLiveChoices(scenario.id, draft);
  const publish = useWrite('publishScenario', [
    'getScenario',
    'listVersions',
    'listScenarios',
    'getAgent',
    'listAgents',
    'listLive',
    'listActivations',
  ]);
  const { errors, warnings } = countsOf(problems);
  const changing = agents.filter(({ id }) => chosen.includes(id));

  async function submit(): Promise<void> {
    const activate = chosen.map((agent) => ({ agent, ...choices.planOf(agent) }));
    const body = { note: note.trim(), revision: scenario.draftRevision, activate };
    const { number } = await publish.mutateAsync({ params: { id: scenario.id }, body });
    tell.done(t('published', { number }));
    const talking = choices.live.data?.agents.filter(({ conversations }) => conversations > 0) ?? [];
    const watched = changing.filter(({ id }) => talking.some(({ agent }) => agent.id === id));
    if (watched.length === 0) onClose();
    else setMoving(watched);
  }

  if (moving)
    return (
      <Modal
        open
        width={640}
        title={t('publishTitle', { number: scenario.latest })}
        onCancel={onClose}
        footer={
          <Button type="primary" onClick={onClose}>
            {t('close')}
          </Button>
        }
      >
        <div className="stack">
          {moving.map((agent) => (
            <MoveProgress key={agent.id} agent={agent} />
          ))}
        </div>
      </Modal>
    );
  return (
    <Modal
      open
      width={900}
      title={t('publishTitle', { number: scenario.latest + 1 })}
      okText={warnings > 0 && errors === 0 ? t('publishAnyway') : t('publishNow')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: errors > 0 || !draft, loading: publish.isPending }}
      onOk={() => void submit().catch(() => undefined)}
      onCancel={onClose}
    >
      <div className="stack">
        <Part title={t('problems')}>
          {errors > 0 ? (
            <Alert
              type="error"
              showIcon
              title={t('publishErrors')}
              description={
                <>
                  {t('publishErrorsText', { count: errors })}
                  <Messages problems={problems.filter(({ severity }) => severity === 'error')} />
                </>
              }
            />
          ) : warnings > 0 ? (
            <Alert
              type="warning"
              showIcon
              title={t('publishWarnings', { count: warnings })}
              description={<Messages problems={problems.filter(({ severity }) => severity === 'warning')} />}
            />
          ) : (
            <span className="soft">{t('noProblems')}</span>
          )}
        </Part>
        {draft && <SinceLast scenario={scenario} draft={draft} />}
        {draft && agents.length > 0 && (
          <Part title={t('talking')}>
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
            <LiveChoiceForm agents={changing} after={draft} choices={choices} />
          </Part>
        )}
        <Form layout="vertical">
          <Form.Item label={t('noteLabel')} htmlFor="note">
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
        </Form>
        <ProblemNotice error={publish.error} />
      </div>
    </Modal>
  );
}

const SHOWN = 5;

function Messages({ problems }: { problems: readonly Problem[] }) {
  return (
    <ul>
      {problems.slice(0, SHOWN).map(({ message }, i) => (
        <li key={i}>{inLanguage({ ...message })}</li>
      ))}
      {problems.length > SHOWN && <li>…</li>}
    </ul>
  );
}

/** What the draft changes of the last version, in words. */
function SinceLast({ scenario: { id, latest }, draft }: { scenario: Answer<'getScenario'>; draft: Scenario }) {
  const t = useTexts();
  const versions = useRead('listVersions', { params: { id } }, { enabled: latest > 0 });
  const newest = versions.data?.versions[0];
  const version = useRead('getVersion', { params: { id, version: newest?.id ?? '' } }, { enabled: !!newest });
  const before = version.data?.document as Scenario | undefined;
  const groups = useMemo(() => (before ? groupChanges(before, draft) : []), [before, draft]);
  return (
    <Part title={latest === 0 ? t('firstVersion') : t('whatChanged', { number: latest })}>
      {before && (
        <div className="scroll" tabIndex={0}>
          <ChangeList groups={groups} />
        </div>
      )}
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="publish-part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
