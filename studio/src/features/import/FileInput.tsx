import { ImportOutlined } from '@ant-design/icons';
import { Input, Upload } from 'antd';
import { useTell } from '../../ui/use-tell.ts';
import { useTexts } from './texts.ts';
import type { ChosenFile } from './read-import.ts';

const LARGEST = 5_000_000;

/** Takes a file, or its text from the clipboard. */
export function FileInput({ onFile }: { onFile(file: ChosenFile): void }) {
  const t = useTexts();
  const tell = useTell();
  async function read(file: File): Promise<void> {
    if (file.size > 2 * LARGEST) return tell.failed(new Error(t('tooLarge')));
    const name = file.name.replace(/( (Chatflow|Agents?))?\.\w+$/, '');
    await file.text().then((text) => onFile({ text, name }), tell.failed);
  }
  return (
    <div className="stack tight">
      <Upload.Dragger
        className="drop"
        showUploadList={false}
        accept=".json,.yaml,.yml,.bpmn,.xml,.txt"
        beforeUpload={(file) => {
          void read(file);
          return false;
        }}
      >
        <ImportOutlined aria-hidden style={{ fontSize: 24 }} />
        <div>{t('drop')}</div>
        <small className="soft">{t('formats')}</small>
      </Upload.Dragger>
      <Input.TextArea
        className="mono"
        rows={4}
        aria-label={t('paste')}
        placeholder={t('paste')}
        onChange={({ target }) => onFile({ text: target.value })}
      />
    </div>
  );
}
