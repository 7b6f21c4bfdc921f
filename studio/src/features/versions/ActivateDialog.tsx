import type { Scenario } from '@scenarium/language';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { Answer } from '../../api/send.ts';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { useTell } from '../../ui/use-tell.ts';
import { LiveChoiceForm } from './LiveChoiceForm.tsx';
import { MoveProgress } from './MoveProgress.tsx';
import { useTexts } from './texts.ts';
import { useLiveChoices } from './use-live-choices.ts';
import './versions.css';

interface ActivateDialogProps {
  agent: { id: string; name: string };
  version: Answer<'listVersions'>['versions'][number];
  onClose(): void;
}

/** Lets an agent run a version, an older one as well, after asking what becomes of those who are talking. */
export function ActivateDialog({ agent, version: { id, scenario, number }, onClose }: ActivateDialogProps) {
  const t = useTexts();
  const tell = useTell();
  const [isMoving, setMoving] = useState(false);
  const version = useRead('getVersion', { params: { id: scenario, version: id } });
  const after = (version.data?.document ?? null) as Scenario | null;
  const choices = useLiveChoices(scenario, after, id);
  const activate = useWrite('activateVersion', ['getAgent', 'listAgents', 'listLive', 'listActivations']);
  const isTalking = choices.live.data?.agents.some((live) => live.agent.id === agent.id && live.conversations > 0);

  async function submit(): Promise<void> {
    await activate.mutateAsync({ params: { id: agent.id }, body: { version: id, ...choices.planOf(agent.id) } });
    tell.done(t('activated', { number }));
    if (isTalking) setMoving(true);
    else onClose();
  }

  return (
    <Modal
      open
      width={isMoving ? 640 : 860}
      title={t('activateTitle', { number, name: agent.name })}
      okText={t('activate')}
      cancelText={t('cancel')}
      okButtonProps={{ loading: activate.isPending, disabled: !after || !choices.live.data }}
      onOk={() => void submit().catch(() => undefined)}
      onCancel={onClose}
      {...(isMoving && {
        footer: (
          <Button type="primary" onClick={onClose}>
            {t('close')}
          </Button>
        ),
      })}
    >
      {isMoving ? (
        <MoveProgress agent={agent} />
      ) : (
        <div className="stack tight">
          <p>{t('activateMeaning')}</p>
          {after && <LiveChoiceForm agents={[agent]} after={after} choices={choices} />}
          <ProblemNotice error={activate.error} />
        </div>
      )}
    </Modal>
  );
}
