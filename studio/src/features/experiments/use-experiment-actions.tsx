import { App, Radio } from 'antd';
import { useWrite } from '../../api/use-write.ts';
import { useConfirmDelete } from '../../ui/use-confirm-delete.ts';
import { useTell } from '../../ui/use-tell.ts';
import type { Experiment } from './experiment.ts';
import { useTexts } from './texts.ts';

const STALE = ['listExperiments', 'getExperimentResults', 'getAgent', 'listAgents'] as const;

/** What can be done with an experiment; each says before what it means. */
export function useExperimentActions() {
  const t = useTexts();
  const tell = useTell();
  const { modal } = App.useApp();
  const confirmDelete = useConfirmDelete();
  const start = useWrite('startExperiment', STALE);
  const pause = useWrite('pauseExperiment', STALE);
  const finish = useWrite('finishExperiment', STALE);
  const remove = useWrite('removeExperiment', STALE);

  return {
    start: ({ id, name }: Pick<Experiment, 'id' | 'name'>): void =>
      void modal.confirm({
        title: t('startTitle', { name }),
        content: t('startMeaning'),
        okText: t('start'),
        cancelText: t('cancel'),
        onOk: () => start.mutateAsync({ params: { id } }).then(() => tell.done(t('started')), tell.failed),
      }),
    pause: ({ id, name }: Experiment): void =>
      void modal.confirm({
        title: t('pauseTitle', { name }),
        content: t('pauseMeaning'),
        okText: t('pause'),
        cancelText: t('cancel'),
        onOk: () => pause.mutateAsync({ params: { id } }).then(() => tell.done(t('isPaused')), tell.failed),
      }),
    finish({ id, name, variants }: Experiment, winner: string | null): void {
      let promote = winner;
      void modal.confirm({
        title: t('finishTitle', { name }),
        content: (
          <>
            <p>{t('finishMeaning')}</p>
            <Radio.Group
              vertical
              defaultValue={winner}
              onChange={({ target }) => (promote = target.value as string | null)}
              options={[
                ...variants.map(({ id: value, name: label }) => ({ value: value as string | null, label })),
                { value: null, label: t('keep') },
              ]}
            />
          </>
        ),
        okText: t('finishNow'),
        cancelText: t('cancel'),
        onOk: () =>
          finish.mutateAsync({ params: { id }, body: { promote } }).then(({ promoted }) => {
            const chosen = variants.find((variant) => variant.id === promoted);
            tell.done(chosen ? t('promotedNow', { name: chosen.name }) : t('isFinished'));
          }, tell.failed),
      });
    },
    remove: ({ id, name }: Experiment): void =>
      confirmDelete({
        title: t('removeTitle', { name }),
        meaning: t('removeMeaning'),
        remove: () => remove.mutateAsync({ params: { id } }),
      }),
  };
}
