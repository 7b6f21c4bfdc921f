import { Form } from 'antd';
import { useRead } from '../../api/use-read.ts';
import type { Plan } from './plan.ts';
import { useTexts } from './texts.ts';

/** How many contacts the plan needs. */
export function SizeHint() {
  const t = useTexts();
  const form = Form.useFormInstance<Plan>();
  const rate = Form.useWatch<number | null>('rate', form);
  const minimalEffect = Form.useWatch<number | null>('minimalEffect', form);
  const weights = Form.useWatch<number[]>('weights', form);
  const isAsked = typeof rate === 'number' && typeof minimalEffect === 'number' && weights !== undefined;
  const query = {
    rate: (rate ?? 0) / 100,
    minimalEffect: (minimalEffect ?? 0) / 100,
    weights: weights?.join(',') ?? '',
  };
  const { data } = useRead('getExperimentSize', { query }, { enabled: isAsked });
  if (!data) return <p className="soft">&nbsp;</p>;
  return <p className="soft">{data.contacts === null ? t('sizeTooMany') : t('size', { count: data.contacts })}</p>;
}
