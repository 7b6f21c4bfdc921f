import { MergeView } from '@codemirror/merge';
import { Button, Modal, Typography } from 'antd';
import { basicSetup, EditorView } from 'codemirror';
import { useCallback } from 'react';
import { textExtensions } from './editor-extensions.ts';
import { useTexts } from './texts.ts';
import { draftOf, textOf, type Draft } from './use-draft.ts';

/** Shows both drafts side by side, and lets one of them go on. */
export function ConflictDialog({ draft }: { draft: Draft }) {
  const t = useTexts();
  const { conflict, store } = draft;
  const mount = useCallback(
    (parent: HTMLDivElement | null) => {
      if (!parent || !conflict) return;
      const side = (label: string) => [basicSetup, ...textExtensions(label), EditorView.editable.of(false)];
      const view = new MergeView({
        parent,
        a: { doc: textOf(draftOf(conflict)), extensions: side(t('theirs')) },
        b: { doc: textOf(store.get()), extensions: side(t('mine')) },
        collapseUnchanged: {},
      });
      return () => view.destroy();
    },
    [conflict],
  );
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
      <div className="row apart">
        <strong>{t('theirs')}</strong>
        <strong>{t('mine')}</strong>
      </div>
      <div ref={mount} style={{ maxHeight: '50vh', overflow: 'auto' }} />
    </Modal>
  );
}
