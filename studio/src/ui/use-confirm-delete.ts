import { App } from 'antd';
import { useTexts } from './texts.ts';
import { useTell } from './use-tell.ts';

interface Deletion {
  title: string;
  /** What it means; said before it happens. */
  meaning: string;
  remove(): Promise<unknown>;
}

/** Asks before something is deleted, and tells when that failed. */
export function useConfirmDelete(): (deletion: Deletion) => void {
  const t = useTexts();
  const { modal } = App.useApp();
  const tell = useTell();
  return ({ title, meaning, remove }) =>
    void modal.confirm({
      title,
      content: meaning,
      okText: t('delete'),
      cancelText: t('cancel'),
      okButtonProps: { danger: true },
      onOk: () => remove().catch((error: unknown) => tell.failed(error)),
    });
}
