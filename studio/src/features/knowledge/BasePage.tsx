import { Button, Tabs } from 'antd';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useCan } from '../../api/use-can.ts';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useConfirmDelete } from '../../ui/use-confirm-delete.ts';
import { Documents } from './Documents.tsx';
import { GoldenQuestions } from './GoldenQuestions.tsx';
import { TestBench } from './TestBench.tsx';
import { useTexts } from './texts.ts';

export function BasePage() {
  const t = useTexts();
  const { base = '' } = useParams();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const confirmDelete = useConfirmDelete();
  const canWrite = useCan('knowledge:write');
  const bases = useRead('listKnowledgeBases', {});
  const remove = useWrite('removeKnowledgeBase', ['listKnowledgeBases']);
  return (
    <Loaded of={bases}>
      {({ bases: list }) => {
        const name = list.find(({ id }) => id === base)?.title ?? base;
        return (
          <>
            <PageHeader
              title={name}
              hint={t('hint')}
              actions={
                canWrite && (
                  <Button
                    danger
                    onClick={() =>
                      confirmDelete({
                        title: t('removeBaseTitle', { name }),
                        meaning: t('removeBaseMeaning'),
                        async remove() {
                          await remove.mutateAsync({ params: { base } });
                          void navigate('/knowledge');
                        },
                      })
                    }
                  >
                    {t('removeBase')}
                  </Button>
                )
              }
            />
            <Tabs
              activeKey={search.get('tab') ?? 'documents'}
              onChange={(tab) => setSearch({ tab }, { replace: true })}
              items={[
                { key: 'documents', label: t('documents'), children: <Documents base={base} canWrite={canWrite} /> },
                { key: 'bench', label: t('bench'), children: <TestBench base={base} /> },
                { key: 'golden', label: t('golden'), children: <GoldenQuestions base={base} canWrite={canWrite} /> },
              ]}
            />
          </>
        );
      }}
    </Loaded>
  );
}
