import { Button, Modal, Typography } from 'antd';
import { TextDiff } from '../versions/TextDiff.tsx';
import { useTexts } from './texts.ts';
import { draftOf, type Draft } from './use-draft.ts';

/** Shows both drafts side by side, and lets one of them go on. */
export function ConflictDialog({ draft }: { draft: Draft }) {
  const t = useTexts();
  const { conflict, store } = draft;
  return (
    <Modal
      open={conflict !== null}
      closable={false}
      destroyOnHidden
      width={1_000}
      title={t('conflictTitle')}
      footer={[
        <Button key="theirs" danger onClick={() => draft.resolve('theirs')}>
          {t('takeTheirs')}
        </Button>,
        <Button key="mine" type="primary" onClick={() => draft.resolve('mine')}>
          {t('keepMine')}
        </Button>,
      ]}
    >
      <Typography.Paragraph>{t('conflictText')}</Typography.Paragraph>
      {conflict && (
        <TextDiff
          before={{ name: t('theirs'), scenario: draftOf(conflict) }}
          after={{ name: t('mine'), scenario: store.get() }}
        />
      )}
    </Modal>
  );
}
