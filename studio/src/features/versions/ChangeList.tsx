import { UndoOutlined } from '@ant-design/icons';
import { describeChange, type Change } from '@scenarium/language';
import { Button, Tag, Tooltip } from 'antd';
import { useLanguage } from '../../i18n/use-language.tsx';
import type { ChangeGroup } from './group-changes.ts';
import { useTexts } from './texts.ts';

interface ChangeListProps {
  groups: readonly ChangeGroup[];
  chosen?: string | null;
  onChoose?(step: string): void;
  /** Takes one change back; absent where nothing can be changed. */
  onRevert?: ((change: Change) => void) | undefined;
}

const KIND = {
  added: { word: 'isAdded', color: 'success' },
  removed: { word: 'isRemoved', color: 'error' },
  changed: { word: 'isChanged', color: 'warning' },
} as const;

/** What changed, in words, step by step. */
export function ChangeList({ groups, chosen, onChoose, onRevert }: ChangeListProps) {
  const t = useTexts();
  const { language } = useLanguage();
  const words = language === 'ru' ? 'ru' : 'en';
  if (groups.length === 0) return <p className="soft">{t('same')}</p>;
  return (
    <ul className="changes" aria-label={t('words')}>
      {groups.map(({ key, step, about, kind, changes }) => (
        <li key={key} className={step && step.id === chosen ? 'is-chosen' : undefined}>
          <div className="row">
            {step && onChoose ? (
              <button type="button" className="change-step" onClick={() => onChoose(step.id)}>
                {step.name}
              </button>
            ) : (
              <strong>{step ? step.name : t(about as Exclude<typeof about, 'step'>)}</strong>
            )}
            {step && <Tag color={KIND[kind].color}>{t(KIND[kind].word)}</Tag>}
          </div>
          <ul>
            {changes.map(({ change, name }) => (
              <li key={`${change.what} ${change.id} ${change.path ?? ''}`} className="row apart">
                <span className="grow pre">{describeChange({ ...change, id: name }, words)}</span>
                {onRevert && (
                  <Tooltip title={t('revert')}>
                    <Button
                      size="small"
                      type="text"
                      icon={<UndoOutlined />}
                      aria-label={t('revert')}
                      onClick={() => onRevert(change)}
                    />
                  </Tooltip>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
