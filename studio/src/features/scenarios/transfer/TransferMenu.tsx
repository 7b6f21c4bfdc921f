import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useRef, useState } from 'react';
import { useTell } from '../../../ui/use-tell.ts';
import { useTexts } from '../texts.ts';
import type { Draft } from '../use-draft.ts';
import { formats, readFile, writeFile, type Format, type Reading } from './formats.ts';
import { ImportDialog } from './ImportDialog.tsx';

const LARGEST = 20_000_000;

/** Downloads the draft as a file, and takes one into the draft. */
export function TransferMenu({ draft, readOnly }: { draft: Draft; readOnly: boolean }) {
  const t = useTexts();
  const tell = useTell();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<{ name: string; reading: Reading } | null>(null);

  async function download(format: Format): Promise<void> {
    draft.settle();
    save(await writeFile(draft.store.get(), format));
  }

  async function choose(file: File | undefined): Promise<void> {
    if (!file) return;
    if (file.size > LARGEST) throw new Error(t('importTooLarge'));
    setChosen({ name: file.name, reading: await readFile(file) });
  }

  const exports = formats.map((format) => ({
    key: format,
    label: t(`export_${format}`),
    onClick: () => void download(format).catch(tell.failed),
  }));
  const importing = { key: 'import', label: t('importFile'), onClick: () => input.current?.click() };
  return (
    <>
      <Dropdown
        autoFocus
        trigger={['click']}
        menu={{
          items: [
            { key: 'exports', type: 'group', label: t('exportAs'), children: exports },
            ...(readOnly ? [] : [{ type: 'divider' as const }, importing]),
          ],
        }}
      >
        <Button>
          {t('transfer')} <DownOutlined />
        </Button>
      </Dropdown>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('importFile')}
        accept=".bpmn,.xml,.yaml,.yml,.json"
        onChange={({ target }) => {
          void choose(target.files?.[0]).catch(tell.failed);
          target.value = '';
        }}
      />
      {chosen && <ImportDialog {...chosen} draft={draft} onClose={() => setChosen(null)} />}
    </>
  );
}

function save(file: File): void {
  const url = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href: url, download: file.name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
