import { InboxOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Progress, Upload } from 'antd';
import { useState } from 'react';
import { upload } from '../../api/upload.ts';
import { useWrite } from '../../api/use-write.ts';
import { useTell } from '../../ui/use-tell.ts';
import { useTexts } from './texts.ts';

/** Files dropped here are sent one by one; the address of a page is read by the server. */
export function UploadArea({ base }: { base: string }) {
  const t = useTexts();
  const tell = useTell();
  const client = useQueryClient();
  const [sending, setSending] = useState<Record<string, number>>({});
  const [url, setUrl] = useState('');
  const importUrl = useWrite('importUrl', ['listDocuments']);

  async function send(file: File): Promise<void> {
    const show = (share: number | undefined): void =>
      setSending(({ [file.name]: _, ...rest }) => (share === undefined ? rest : { ...rest, [file.name]: share }));
    show(0);
    await upload({ base, file, onProgress: show }).catch(tell.failed);
    show(undefined);
    await client.invalidateQueries({ queryKey: ['listDocuments'] });
  }

  const fetchPage = (): void =>
    importUrl.mutate(
      { params: { base }, body: { url: url.trim() } },
      {
        onSuccess() {
          tell.done(t('imported'));
          setUrl('');
        },
        onError: tell.failed,
      },
    );

  return (
    <div className="stack tight">
      <Upload.Dragger
        className="drop"
        multiple
        showUploadList={false}
        accept=".pdf,.docx,.html,.htm,.md,.txt"
        beforeUpload={(file) => {
          void send(file);
          return false;
        }}
      >
        <InboxOutlined aria-hidden style={{ fontSize: 24 }} />
        <div>{t('dropTitle')}</div>
        <small className="soft">{t('dropText')}</small>
      </Upload.Dragger>
      {Object.entries(sending).map(([name, share]) => (
        <div key={name}>
          {t('uploading', { name })}
          <Progress size="small" aria-label={t('uploading', { name })} percent={Math.round(share * 100)} />
        </div>
      ))}
      <div className="row">
        <Input
          className="grow"
          type="url"
          aria-label={t('url')}
          placeholder={`${t('url')}: https://…`}
          value={url}
          onChange={({ target }) => setUrl(target.value)}
          onPressEnter={fetchPage}
        />
        <Button disabled={!/^https?:\/\/\S+$/.test(url.trim())} loading={importUrl.isPending} onClick={fetchPage}>
          {t('import')}
        </Button>
      </div>
    </div>
  );
}
