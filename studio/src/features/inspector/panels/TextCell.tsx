import type { Text } from '@scenarium/language';
import { useEffect, useRef } from 'react';
import { MessageText } from '../messages/MessageText.tsx';
import { plainText } from '../../looks/plain-text.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { isMissing } from './completeness.ts';
import { useTexts } from './texts.ts';

interface TextCellProps {
  id: string;
  locale: string;
  text: Text | undefined;
  isEdited: boolean;
  onEdit(isEdited: boolean): void;
}

/** A text in the table: its words, or an editor once it is pressed. */
export function TextCell({ id, locale, text, isEdited, onEdit }: TextCellProps) {
  const t = useTexts();
  const { readOnly } = useEditor();
  const cell = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isEdited) cell.current?.querySelector<HTMLElement>('[contenteditable=true]')?.focus();
  }, [isEdited]);

  if (!isEdited)
    return (
      <button
        type="button"
        className={`text-cell${isMissing(text) ? ' is-warning' : ''}`}
        lang={locale}
        disabled={readOnly}
        aria-label={t('editText', { id, locale })}
        onClick={() => onEdit(true)}
      >
        {text === undefined || text === '' ? t('missingText') : plainText(text)}
        {Array.isArray(text) && <small>{t('variants', { count: text.length })}</small>}
      </button>
    );
  return (
    <div
      ref={cell}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onEdit(false);
      }}
    >
      <MessageText message={id} locale={locale} label={t('textIn', { id, locale })} rows={2} plain={false} />
    </div>
  );
}
