import { Modal } from 'antd';
import { useState } from 'react';
import { CompareAny, type Pair } from './CompareAny.tsx';
import { useTexts } from './texts.ts';

interface CompareDialogProps {
  scenario: string;
  /** What is compared at first. */
  first: Pair;
  onClose(): void;
}

/** Compares published versions where no draft is open. */
export function CompareDialog({ scenario, first, onClose }: CompareDialogProps) {
  const t = useTexts();
  const [pair, setPair] = useState(first);
  return (
    <Modal open width="min(1200px, 94vw)" title={t('compare')} footer={null} onCancel={onClose}>
      <CompareAny scenario={scenario} draft={null} pair={pair} onChoose={setPair} />
    </Modal>
  );
}
