import { DownOutlined, UpOutlined } from '@ant-design/icons';
import type { Problem } from '@scenarium/language';
import { Button } from 'antd';
import { memo, useState } from 'react';
import { ProblemCounts } from '../../scenarios/ProblemCounts.tsx';
import { ProblemRows } from '../../scenarios/ProblemRows.tsx';
import { useSession, useShown } from '../session.ts';
import { useTexts } from '../texts.ts';
import { fixOf } from './fix-of.ts';
import { stepOf } from './step-of.ts';

/** What is wrong, below the canvas: pressing one goes to its step, and some can be mended at once. */
export const Problems = memo(function Problems({ checking }: { checking: boolean }) {
  const t = useTexts();
  const session = useSession();
  const { problems } = useShown();
  const [isOpen, setOpen] = useState(false);
  const show = (problem: Problem): void => {
    const step = stepOf(session.store.index, problem);
    if (step !== undefined) session.goTo(step);
  };
  return (
    <div className="graph-problems">
      <div className="row apart">
        <ProblemCounts problems={problems} checking={checking} />
        {problems.length > 0 && (
          <Button
            type="text"
            size="small"
            icon={isOpen ? <DownOutlined /> : <UpOutlined />}
            aria-expanded={isOpen}
            aria-label={t('problems')}
            onClick={() => setOpen(!isOpen)}
          />
        )}
      </div>
      {isOpen && <ProblemRows problems={problems} onShow={show} fixOf={(problem) => fixOf(session, problem, t)} />}
    </div>
  );
});
