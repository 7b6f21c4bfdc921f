import type { Case, Expectation, Turn } from '@scenarium/language';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { expectedText } from './failure-words.ts';
import { useTexts } from './texts.ts';

interface CaseDialogProps {
  given: Case;
  saving: boolean;
  onSave(changed: Case): void;
  onClose(): void;
}

/** A dialogue as a case: its name, and what is expected of every message. */
export function CaseDialog({ given, saving, onSave, onClose }: CaseDialogProps) {
  const t = useTexts();
  const [name, setName] = useState(given.name);
  const [turns, setTurns] = useState(given.turns);
  const [outcome, setOutcome] = useState(given.outcome ?? '');
  const expect = (turn: number, list: Expectation[] | undefined): void =>
    setTurns(turns.map((one, i) => (i === turn ? withExpectations(one, list) : one)));

  function save(): void {
    const { outcome: _, ...rest } = given;
    onSave({ ...rest, name: name.trim(), turns, ...(outcome.trim() && { outcome: outcome.trim() }) });
  }

  return (
    <Modal
      open
      title={t('caseTitle')}
      okText={t('saveCase')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !name.trim(), loading: saving }}
      onOk={save}
      onCancel={onClose}
    >
      <Input
        aria-label={t('caseName')}
        placeholder={t('caseName')}
        value={name}
        maxLength={200}
        onChange={({ target }) => setName(target.value)}
      />
      <ol className="turns">
        {turns.map((turn, i) => (
          <li key={i}>
            <strong>{turnWords(turn, t)}</strong>
            {turn.expect?.map((one, n) => (
              <div key={n} className="row">
                <Select
                  size="small"
                  aria-label={t('expectation')}
                  value={kindOf(one)}
                  options={(['equals', 'contains', 'matches'] as const).map((value) => ({ value, label: t(value) }))}
                  onChange={(kind) =>
                    expect(i, turn.expect?.with(n, { [kind]: expectedText(one) } as unknown as Expectation))
                  }
                />
                <Input
                  size="small"
                  className="grow"
                  aria-label={t('expectedText')}
                  value={expectedText(one)}
                  onChange={({ target }) =>
                    expect(i, turn.expect?.with(n, { [kindOf(one)]: target.value } as unknown as Expectation))
                  }
                />
              </div>
            ))}
            {turn.expect ? (
              <Button size="small" type="link" onClick={() => expect(i, undefined)}>
                {t('checkNothing')}
              </Button>
            ) : (
              <small className="soft">{t('nothingChecked')}</small>
            )}
          </li>
        ))}
      </ol>
      <Input
        aria-label={t('outcome')}
        placeholder={t('outcome')}
        value={outcome}
        onChange={({ target }) => setOutcome(target.value)}
      />
    </Modal>
  );
}

const kindOf = (one: Expectation): 'equals' | 'contains' | 'matches' =>
  'equals' in one ? 'equals' : 'contains' in one ? 'contains' : 'matches';

function withExpectations({ expect: _, ...turn }: Turn, list: Expectation[] | undefined): Turn {
  return { ...turn, ...(list && { expect: list }) };
}

function turnWords({ say, press, advance, emit, handBack, set }: Turn, t: ReturnType<typeof useTexts>): string {
  if (say !== undefined) return t('didSay', { text: say });
  if (press !== undefined) return t('didPress', { text: press });
  if (advance !== undefined) return t('didAdvance', { time: advance });
  if (emit) return t('didEmit', { name: emit.event });
  if (handBack) return t('didHandBack');
  return set ? t('didSet', { names: Object.keys(set).join(', ') }) : t('began');
}
