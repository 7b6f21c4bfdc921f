import { Avatar, Tooltip } from 'antd';
import { useTexts } from './texts.ts';
import type { Other } from './use-others.ts';

const SHOWN = 4;

/** Who else works on this draft. */
export function Others({ others }: { others: readonly Other[] }) {
  const t = useTexts();
  if (others.length === 0) return null;
  return (
    <Avatar.Group max={{ count: SHOWN }} size="small" aria-label={t('others')}>
      {others.map(({ id, name, step }) => (
        <Tooltip key={id} title={step === null ? t('otherHere', { name }) : t('otherAt', { name, step })}>
          <Avatar alt={name}>{name.slice(0, 1).toUpperCase()}</Avatar>
        </Tooltip>
      ))}
    </Avatar.Group>
  );
}
