import { App, Input, type MenuProps } from 'antd';
import { useWrite } from '../../api/use-write.ts';
import { useConfirmDelete } from '../../ui/use-confirm-delete.ts';
import { useTell } from '../../ui/use-tell.ts';
import type { Block } from './agent.ts';
import { useTexts } from './texts.ts';

/** What can be done with a block. */
export function useBlockActions(blocks: readonly Block[]): (block: Block) => MenuProps {
  const t = useTexts();
  const askName = useAskName();
  const confirmDelete = useConfirmDelete();
  const tell = useTell();
  const update = useWrite('updateBlock', ['listBlocks']);
  const merge = useWrite('mergeBlocks', ['listBlocks']);
  const remove = useWrite('removeBlock', ['listBlocks']);
  return ({ id, name }) => ({
    items: [
      {
        key: 'rename',
        label: t('rename'),
        onClick: () => askName(name, (next) => update.mutateAsync({ params: { id }, body: { name: next } })),
      },
      ...(blocks.length > 1
        ? [
            {
              key: 'merge',
              label: t('mergeInto'),
              children: blocks
                .filter((other) => other.id !== id)
                .map((other) => ({
                  key: other.id,
                  label: other.name,
                  onClick: () =>
                    merge.mutate({ params: { id: other.id }, body: { from: id } }, { onError: tell.failed }),
                })),
            },
          ]
        : []),
      {
        key: 'remove',
        label: t('removeBlock'),
        danger: true,
        onClick: () =>
          confirmDelete({
            title: t('removeBlockTitle', { name }),
            meaning: t('removeBlockMeaning'),
            remove: () => remove.mutateAsync({ params: { id } }),
          }),
      },
    ],
  });
}

/** Asks for the name of a block in a small dialog. */
export function useAskName(): (first: string, save: (name: string) => Promise<unknown>) => void {
  const t = useTexts();
  const { modal } = App.useApp();
  const tell = useTell();
  return (first, save) => {
    let name = first;
    void modal.confirm({
      title: t('blockName'),
      icon: null,
      content: (
        <Input
          autoFocus
          maxLength={100}
          defaultValue={first}
          aria-label={t('blockName')}
          onChange={(event) => (name = event.target.value)}
        />
      ),
      okText: t('save'),
      cancelText: t('cancel'),
      onOk: () => (name.trim() ? save(name.trim()).catch(tell.failed) : undefined),
    });
  };
}
