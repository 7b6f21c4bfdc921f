import { DeleteOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import type { Answer } from '../../api/send.ts';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { LANGUAGES } from '../../i18n/language.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { useTell } from '../../ui/use-tell.ts';
import { QualityFacts } from './QualityFacts.tsx';
import { Reindexings } from './Reindexings.tsx';
import { useTexts } from './texts.ts';

type Golden = Answer<'getGoldenQuestions'>;
type Question = { locale: string; question: string; expect?: string | null };

/** Questions with known answers, how well they are answered now, and what re-indexing changed. */
export function GoldenQuestions({ base, canWrite }: { base: string; canWrite: boolean }) {
  const t = useTexts();
  const golden = useRead('getGoldenQuestions', { params: { base } });
  return (
    <div className="stack">
      <p className="soft" style={{ margin: 0 }}>
        {t('goldenHint')}
      </p>
      <Loaded of={golden}>
        {(found) => (
          <>
            {found.questions.length > 0 && (
              <section className="panel padded">
                <QualityFacts quality={found.quality} />
              </section>
            )}
            <Questions base={base} golden={found} canWrite={canWrite} />
          </>
        )}
      </Loaded>
      <Reindexings base={base} canWrite={canWrite} />
    </div>
  );
}

function Questions({ base, golden, canWrite }: { base: string; golden: Golden; canWrite: boolean }) {
  const t = useTexts();
  const tell = useTell();
  const save = useWrite('setGoldenQuestions', ['getGoldenQuestions']);
  const submit = ({ questions = [] }: { questions?: Question[] }): void =>
    save.mutate(
      {
        params: { base },
        body: { questions: questions.map((one) => ({ ...one, expect: one.expect?.trim() || null })) },
      },
      { onSuccess: () => tell.done(t('savedGolden')), onError: tell.failed },
    );
  return (
    <Form
      className="panel padded"
      disabled={!canWrite}
      initialValues={{ questions: golden.questions }}
      onFinish={submit}
    >
      <Form.List name="questions">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div className="row" key={key} style={{ flexWrap: 'nowrap', alignItems: 'flex-start' }}>
                <Form.Item name={[name, 'locale']} initialValue="en">
                  <Select
                    aria-label={t('locale')}
                    style={{ width: 70 }}
                    options={LANGUAGES.map((value) => ({ value, label: value }))}
                  />
                </Form.Item>
                <Form.Item className="grow" name={[name, 'question']} rules={[{ required: true, message: '' }]}>
                  <Input aria-label={t('question')} placeholder={t('question')} />
                </Form.Item>
                <Form.Item className="grow" name={[name, 'expect']}>
                  <Input aria-label={t('expect')} placeholder={t('expect')} />
                </Form.Item>
                <Button type="text" icon={<DeleteOutlined />} aria-label={t('remove')} onClick={() => remove(name)} />
              </div>
            ))}
            {canWrite && (
              <div className="row">
                <Button onClick={() => add()}>{t('add')}</Button>
                <Button type="primary" htmlType="submit" loading={save.isPending}>
                  {t('saveGolden')}
                </Button>
              </div>
            )}
          </>
        )}
      </Form.List>
    </Form>
  );
}
