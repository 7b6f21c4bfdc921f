import { App, Input, type MenuProps } from 'antd';
import { useNavigate } from 'react-router';
import { useCan } from '../../api/use-can.ts';
import { useWrite } from '../../api/use-write.ts';
import { useConfirmDelete } from '../../ui/use-confirm-delete.ts';
import { useTell } from '../../ui/use-tell.ts';
import type { Agent, Block } from './agent.ts';
import { useTexts } from './texts.ts';

/** What can be done with an agent, for its menu on cards, in lists and on its page. */
export function useAgentActions(blocks: readonly Block[] = []): (agent: Agent) => MenuProps {
  const t = useTexts();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const tell = useTell();
  const confirmDelete = useConfirmDelete();
  const canWrite = useCan('agents:write');
  const update = useWrite('updateAgent', ['listAgents', 'getAgent']);
  const remove = useWrite('removeAgent', ['listAgents', 'listBlocks']);
  const move = useWrite('updateBlock', ['listBlocks']);

  function rename({ id, name }: Agent): void {
    let next = name;
    void modal.confirm({
      title: t('rename'),
      icon: null,
      content: (
        <Input defaultValue={name} autoFocus aria-label={t('name')} onChange={(event) => (next = event.target.value)} />
      ),
      okText: t('save'),
      cancelText: t('cancel'),
      onOk: () =>
        update
          .mutateAsync({ params: { id }, body: { name: next.trim() } })
          .then(() => tell.done(t('renamed')), tell.failed),
    });
  }

  const place = ({ id }: Agent, to: Block | null): void => {
    const from = blocks.find((block) => block.agents.includes(id));
    const change = to
      ? { params: { id: to.id }, body: { agents: [...to.agents, id] } }
      : from && { params: { id: from.id }, body: { agents: from.agents.filter((other) => other !== id) } };
    if (change) move.mutate(change, { onError: tell.failed });
  };

  const drop = ({ id, name }: Agent): void =>
    confirmDelete({
      title: t('removeTitle', { name }),
      meaning: t('removeMeaning'),
      async remove() {
        await remove.mutateAsync({ params: { id } });
        tell.done(t('removed', { name }));
        void navigate('/agents');
      },
    });

  return (agent) => ({
    items: [
      { key: 'open', label: t('open'), onClick: () => void navigate(`/agents/${agent.id}`) },
      ...(agent.scenario
        ? [{ key: 'edit', label: t('editScenario'), onClick: () => void navigate(`/scenarios/${agent.scenario}`) }]
        : []),
      ...(agent.version && agent.web
        ? [
            {
              key: 'chat',
              label: t('chat'),
              onClick: () => void window.open(`/chat/${agent.id}`, '_blank', 'noreferrer'),
            },
          ]
        : []),
      ...(canWrite
        ? [
            { key: 'rename', label: t('rename'), onClick: () => rename(agent) },
            ...(blocks.length > 0
              ? [
                  {
                    key: 'move',
                    label: t('moveTo'),
                    children: [
                      ...blocks.map((block) => ({
                        key: block.id,
                        label: block.name,
                        onClick: () => place(agent, block),
                      })),
                      { key: 'none', label: t('noBlock'), onClick: () => place(agent, null) },
                    ],
                  },
                ]
              : []),
            { type: 'divider' as const },
            { key: 'remove', label: t('remove'), danger: true, onClick: () => drop(agent) },
          ]
        : []),
    ],
  });
}
