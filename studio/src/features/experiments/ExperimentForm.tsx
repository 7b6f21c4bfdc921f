import { Button, Form, Input, InputNumber, Select, Space } from 'antd';
import type { Answer } from '../../api/send.ts';
import { useRead } from '../../api/use-read.ts';
import { useWrite } from '../../api/use-write.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { useTell } from '../../ui/use-tell.ts';
import './experiments.css';
import type { Experiment } from './experiment.ts';
import { bodyOf, firstPlan, planOf, type Plan } from './plan.ts';
import { evenShares } from './shares.ts';
import { ShareSlider } from './ShareSlider.tsx';
import { SizeHint } from './SizeHint.tsx';
import { useTexts } from './texts.ts';
import { useExperimentActions } from './use-experiment-actions.tsx';
import { useGoalOptions } from './use-goal-options.ts';
import { VariantFields } from './VariantFields.tsx';
import { versionName } from './version-name.ts';

const MOST_VARIANTS = 5;

type Agent = Answer<'getAgent'>;

interface ExperimentFormProps {
  agent: Agent;
  /** The draft that is changed; null: a new one. */
  draft: Experiment | null;
  onDone(): void;
}

/** Plans an experiment: versions, shares, goal, and the difference that matters. */
export function ExperimentForm(props: ExperimentFormProps) {
  const t = useTexts();
  const { agent, draft } = props;
  const versions = useRead('listVersions', { params: { id: agent.scenario ?? '' } });
  return (
    <Loaded of={versions}>
      {({ versions: list }) => (
        <PlanForm
          {...props}
          first={draft ? planOf(draft) : firstPlan(agent, list, (version) => versionName(t, version))}
        />
      )}
    </Loaded>
  );
}

function PlanForm({ agent, draft, first, onDone }: ExperimentFormProps & { first: Plan }) {
  const t = useTexts();
  const tell = useTell();
  const [form] = Form.useForm<Plan>();
  const variants = Form.useWatch('variants', form) ?? first.variants;
  const goalOptions = useGoalOptions(variants.flatMap(({ scenario }) => scenario || []));
  const { start } = useExperimentActions();
  const create = useWrite('createExperiment', ['listExperiments']);
  const update = useWrite('updateExperiment', ['listExperiments']);
  const required = { required: true, message: t('required') };

  /** Fields that are filled in, so that shares fit the variants. */
  const resize = (next: Plan['variants']): void =>
    form.setFieldsValue({ variants: next, weights: evenShares(next.length) });

  async function save(): Promise<Experiment> {
    const body = bodyOf(await form.validateFields());
    const saved = draft
      ? await update.mutateAsync({ params: { id: draft.id }, body })
      : await create.mutateAsync({ body: { ...body, agent: agent.id } });
    onDone();
    return saved;
  }
  // What is wrong is shown in the form.
  const shown = (): undefined => undefined;

  return (
    <Form<Plan>
      form={form}
      className="panel padded"
      style={{ maxWidth: 860 }}
      layout="vertical"
      requiredMark={false}
      initialValues={first}
    >
      <Form.Item name="name" label={t('name')} rules={[{ ...required, whitespace: true }]}>
        <Input maxLength={200} autoFocus />
      </Form.Item>
      <Form.Item name="hypothesis" label={t('hypothesis')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2_000} />
      </Form.Item>
      <h3>{t('variants')}</h3>
      <p className="soft">{t('variantsHint')}</p>
      {variants.map((_, at) => (
        <VariantFields
          key={at}
          at={at}
          onRemove={variants.length > 2 ? () => resize(variants.filter((__, other) => other !== at)) : null}
        />
      ))}
      {variants.length < MOST_VARIANTS && (
        <p>
          <Button
            type="dashed"
            onClick={() => resize([...variants, { name: '', scenario: agent.scenario ?? '', version: '' }])}
          >
            {t('addVariant')}
          </Button>
        </p>
      )}
      <Form.Item name="weights" label={t('weights')}>
        <ShareSlider names={variants.map(({ name }) => name)} />
      </Form.Item>
      <Form.Item name="goals" label={t('goals')} extra={t('goalsHint')} rules={[required]}>
        <Select mode="multiple" options={goalOptions} />
      </Form.Item>
      <div className="split">
        <Form.Item name="minimalEffect" label={t('minimalEffect')} rules={[required]}>
          <InputNumber min={0.5} max={50} step={0.5} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="rate" label={t('rate')}>
          <InputNumber min={0} max={100} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <SizeHint />
      <ProblemNotice error={create.error ?? update.error} />
      <Space wrap>
        <Button
          type="primary"
          loading={create.isPending || update.isPending}
          onClick={() => void save().then(start, shown)}
        >
          {t('saveAndStart')}
        </Button>
        <Button onClick={() => void save().then(() => tell.done(t('saved')), shown)}>{t('save')}</Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </Space>
    </Form>
  );
}
