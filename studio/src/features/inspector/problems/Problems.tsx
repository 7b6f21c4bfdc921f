import { DownOutlined, UpOutlined } from '@ant-design/icons';
import type { Problem } from '@scenarium/language';
import { Button } from 'antd';
import { memo, useState } from 'react';
import { ProblemCounts } from '../../scenarios/ProblemCounts.tsx';
import { ProblemRows } from '../../scenarios/ProblemRows.tsx';
import { useEditor } from '../../scenarios/editor.ts';
import { useShown } from '../../scenarios/shown.ts';
import { useTexts } from '../texts.ts';
import { useTexts as useLookTexts } from '../../looks/texts.ts';
import { fixOf, type Connect } from './fix-of.ts';
import { stepOf } from './step-of.ts';

interface ProblemsProps {
  checking: boolean;
  /** Lets somebody choose where an exit leads. */
  onConnect?: Connect;
}

/** What is wrong, below what is drawn: pressing one goes to its step, and some can be mended at once. */
export const Problems = memo(function Problems({ checking, onConnect }: ProblemsProps) {
  const t = useTexts();
  const words = useLookTexts();
  const editor = useEditor();
  const { problems } = useShown();
  const [isOpen, setOpen] = useState(false);
  const show = (problem: Problem): void => {
    const step = stepOf(editor.store.index, problem);
    if (step !== undefined) editor.goTo(step);
  };
  return (
    <div className="editor-problems">
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
      {isOpen && (
        <ProblemRows
          problems={problems}
          onShow={show}
          fixOf={(problem) => fixOf(editor, problem, { t, words, onConnect })}
        />
      )}
    </div>
  );
});
