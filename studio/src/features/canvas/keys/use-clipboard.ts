import { useEffect } from 'react';
import { isTyping } from '../../../ui/is-typing.ts';
import { copied, pasteText } from '../actions/clipboard.ts';
import { removeChosen } from '../actions/remove-chosen.ts';
import { useSession } from '../session.ts';

/** Copies, cuts and pastes steps as text, by keys and menus of the browser alike. */
export function useClipboard(): void {
  const session = useSession();
  useEffect(() => {
    const copy = (event: ClipboardEvent): boolean => {
      const isText = isTyping(event.target) || (getSelection()?.toString() ?? '') !== '';
      const text = isText ? undefined : copied(session);
      if (text === undefined) return false;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      return true;
    };
    const onCopy = (event: ClipboardEvent): void => void copy(event);
    const onCut = (event: ClipboardEvent): void => {
      if (!session.readOnly && copy(event)) removeChosen(session);
    };
    const onPaste = (event: ClipboardEvent): void => {
      if (session.readOnly || isTyping(event.target)) return;
      event.preventDefault();
      pasteText(session, event.clipboardData?.getData('text/plain') ?? '');
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCut);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCut);
      document.removeEventListener('paste', onPaste);
    };
  }, [session]);
}
