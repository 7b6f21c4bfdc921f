import type { Text } from '@scenarium/language';
import { Button, Input, Segmented, Table, Tag } from 'antd';
import { useMemo, useState } from 'react';
import { usePart } from '../document-hooks.ts';
import { languageName } from '../model/language-name.ts';
import { useEditor } from '../../scenarios/editor.ts';
import { isMissing, textIds } from './completeness.ts';
import { TextCell } from './TextCell.tsx';
import { useTexts } from './texts.ts';

const FILTERS = ['all', 'missing', 'unused'] as const;
const WIDE = 300;
const HIGH = 480;

interface Row {
  id: string;
  texts: readonly (Text | undefined)[];
  step: string | undefined;
}

/** Every text in every language, to be read and changed side by side. `onLeave`: somebody goes to a step. */
export function TextsTable({ onLeave }: { onLeave(): void }) {
  const t = useTexts();
  const { store, goTo } = useEditor();
  const locales = usePart(({ scenario }) => scenario.locales);
  const messages = usePart(({ scenario }) => scenario.messages);
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>('all');
  const [wanted, setWanted] = useState('');
  const [edited, setEdited] = useState<string>();

  const rows = useMemo(
    () =>
      textIds(locales, messages).map((id): Row => ({
        id,
        texts: locales.map((locale) => messages[locale]?.[id]),
        step: [...store.index.speakersOf(id)][0],
      })),
    [store, locales, messages],
  );
  const needle = wanted.trim().toLowerCase();
  const shown = rows.filter(
    ({ id, texts, step }) =>
      // What is being written stays, though it is not missing any more.
      edited?.startsWith(`${id} `) ||
      ((filter !== 'missing' || texts.some(isMissing)) &&
        (filter !== 'unused' || step === undefined) &&
        (needle === '' || JSON.stringify([id, texts]).toLowerCase().includes(needle))),
  );

  return (
    <div className="stack tight">
      <div className="row">
        <Segmented
          aria-label={t('filter')}
          value={filter}
          options={FILTERS.map((value) => ({ value, label: t(`filter.${value}`) }))}
          onChange={setFilter}
        />
        <Input
          className="grow"
          allowClear
          aria-label={t('findText')}
          placeholder={t('findText')}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
        <span className="soft">{t('textCount', { count: shown.length })}</span>
      </div>
      <Table<Row>
        size="small"
        virtual
        pagination={false}
        rowKey="id"
        dataSource={shown}
        scroll={{ x: 220 + locales.length * WIDE, y: HIGH }}
        columns={[
          {
            key: 'id',
            title: t('text'),
            width: 220,
            fixed: 'left',
            render: (_, { id, step }) => (
              <div className="text-id">
                <code>{id}</code>
                {step === undefined ? (
                  <Tag color="warning">{t('unused')}</Tag>
                ) : (
                  <Button
                    type="link"
                    size="small"
                    onClick={() => {
                      onLeave();
                      goTo(step);
                    }}
                  >
                    {t('toStep', { step })}
                  </Button>
                )}
              </div>
            ),
          },
          ...locales.map((locale, i) => ({
            key: locale,
            title: `${languageName(locale)} · ${locale}`,
            width: WIDE,
            render: (_: unknown, { id, texts }: Row) => (
              <TextCell
                id={id}
                locale={locale}
                text={texts[i]}
                isEdited={edited === `${id} ${locale}`}
                onEdit={(isEdited) => setEdited(isEdited ? `${id} ${locale}` : undefined)}
              />
            ),
          })),
        ]}
      />
    </div>
  );
}
