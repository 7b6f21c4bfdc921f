import { CloseOutlined, DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useDeferredValue, useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import { find, type Hit } from '../../../document/index.ts';
import { noteNodeId } from '../notes/note-node.ts';
import { useDocument, useSession, type Light } from '../session.ts';
import { useTexts } from '../texts.ts';

const DARK: ReadonlyMap<string, Light> = new Map();

/** Finds steps by their names, ids, settings, texts and variables, and goes from one to the next. */
export function FindBar() {
  const { finding } = useSession();
  return finding.use() && <Find />;
}

function Find() {
  const t = useTexts();
  const { store, finding, goTo, lit } = useDocument();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const wanted = useDeferredValue(query);
  const revision = store.revision();
  const hits = useMemo(() => find(store.index, wanted).filter((hit) => placeOf(hit) !== undefined), [wanted, revision]);
  const chosen = Math.min(at, hits.length - 1);

  useEffect(() => {
    lit.set(new Map(hits.flatMap(({ steps }) => steps.map((id) => [id, 'found' as const]))));
    return () => lit.set(DARK);
  }, [hits]);
  useEffect(() => show(hits[0]), [hits[0]]);

  function show(hit: Hit | undefined): void {
    const place = hit && placeOf(hit);
    if (place !== undefined) goTo(place);
  }
  function go(to: number): void {
    if (hits.length === 0) return;
    const next = (to + hits.length) % hits.length;
    setAt(next);
    show(hits[next]);
  }
  const close = (): void => {
    finding.set(false);
    document.querySelector<HTMLElement>('.graph-canvas')?.focus();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') go(chosen + (event.shiftKey ? -1 : 1));
    else if (event.key === 'ArrowDown') go(chosen + 1);
    else if (event.key === 'ArrowUp') go(chosen - 1);
    else return;
    event.preventDefault();
  };

  return (
    <div className="find" role="search">
      <div className="row">
        <Input
          autoFocus
          className="grow"
          aria-label={t('findLabel')}
          placeholder={t('find')}
          value={query}
          onKeyDown={press}
          onChange={({ target }) => {
            setQuery(target.value);
            setAt(0);
          }}
        />
        <span role="status" className="soft">
          {query && (hits.length > 0 ? t('findCount', { at: chosen + 1, count: hits.length }) : t('findNothing'))}
        </span>
        <Button type="text" icon={<UpOutlined />} aria-label={t('findPrevious')} onClick={() => go(chosen - 1)} />
        <Button type="text" icon={<DownOutlined />} aria-label={t('findNext')} onClick={() => go(chosen + 1)} />
        <Button type="text" icon={<CloseOutlined />} aria-label={t('close')} onClick={close} />
      </div>
      {hits.length > 0 && (
        <ul>
          {hits.map((hit, i) => (
            <li key={i}>
              <button type="button" aria-current={i === chosen} onClick={() => go(i)}>
                <span>{hit.excerpt}</span>
                <small>{[t(`in.${hit.in.kind}`), hit.steps[0]].filter(Boolean).join(' · ')}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The node to go to for a hit. */
function placeOf(hit: Hit): string | undefined {
  return hit.in.kind === 'note' ? noteNodeId(hit.in.id) : hit.steps[0];
}
