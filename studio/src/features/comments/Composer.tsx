import { Button, Mentions } from 'antd';
import { useRef, useState, type KeyboardEvent } from 'react';
import { uniqueId } from '../../api/unique-id.ts';
import { useTell } from '../../ui/use-tell.ts';
import { useEditor } from '../scenarios/editor.ts';
import { toStored, toTyped, type Person } from './mentions.ts';
import { useTexts } from './texts.ts';
import { usePeople } from './use-people.ts';

interface ComposerProps {
  /** Where it is typed: what is not sent is kept for this place. */
  place: string;
  label: string;
  placeholder?: string;
  /** What the button says. */
  action: string;
  /** A comment that is there already, to be changed. */
  now?: { text: string; mentions: readonly Person[] };
  autoFocus?: boolean;
  send(comment: { id: string; text: string }): Promise<unknown>;
  /** Esc was pressed. */
  onLeave(): void;
}

const LONGEST = 4_000;

/** Where a comment is typed. Ctrl+Enter sends it, Esc leaves; what is not sent stays until it is. */
export function Composer({ place, label, placeholder, action, now, autoFocus, send, onLeave }: ComposerProps) {
  const t = useTexts();
  const tell = useTell();
  const { unsent } = useEditor().discussion;
  const people = usePeople(now?.mentions);
  const [typed, setTyped] = useState(() => unsent.get(place) ?? (now ? toTyped(now.text, people) : ''));
  const [isSending, setSending] = useState(false);
  const id = useRef(uniqueId());
  const isEmpty = typed.trim() === '';

  function write(text: string): void {
    setTyped(text);
    if (text === '') unsent.delete(place);
    else unsent.set(place, text);
  }

  async function submit(): Promise<void> {
    if (isEmpty || isSending) return;
    setSending(true);
    try {
      await send({ id: id.current, text: toStored(typed.trim(), people) });
      id.current = uniqueId();
      unsent.delete(place);
      setTyped('');
    } catch (error) {
      tell.failed(error);
    } finally {
      setSending(false);
    }
  }

  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !isMentioning()) onLeave();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void submit();
  }

  return (
    <div className="composer">
      <Mentions
        autoSize={{ minRows: 2, maxRows: 8 }}
        autoFocus={autoFocus}
        aria-label={label}
        placeholder={placeholder}
        maxLength={LONGEST}
        value={typed}
        options={[...people.keys()].map((name) => ({ value: name, label: name }))}
        onChange={write}
        onKeyDown={press}
      />
      <div className="composer-foot">
        <kbd>{t('sendKeys')}</kbd>
        <Button type="primary" size="small" disabled={isEmpty} loading={isSending} onClick={() => void submit()}>
          {action}
        </Button>
      </div>
    </div>
  );
}

/** Is the list of people open? Esc closes it first. */
const isMentioning = (): boolean =>
  document.querySelector('.ant-mentions-dropdown:not(.ant-mentions-dropdown-hidden)') !== null;
