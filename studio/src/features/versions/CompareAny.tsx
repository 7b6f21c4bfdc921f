import type { Change, Scenario } from '@scenarium/language';
import { Select, Skeleton } from 'antd';
import { Comparison } from './Comparison.tsx';
import { useTexts } from './texts.ts';
import { useSource, useSources, type Source } from './use-source.ts';

/** What is compared; where one is left out, the newest two there are. */
export interface Pair {
  before?: Source | undefined;
  after?: Source | undefined;
}

interface CompareAnyProps {
  scenario: string;
  /** The open draft; null where there is none to compare with. */
  draft: Scenario | null;
  pair: Pair;
  onChoose(pair: Pair): void;
  /** Takes one change of the draft back to what it was. */
  onRevert?: ((before: Scenario, change: Change) => void) | undefined;
}

/** Any two of the versions, kept drafts and the draft of a scenario, compared. */
export function CompareAny({ scenario, draft, pair, onChoose, onRevert }: CompareAnyProps) {
  const t = useTexts();
  const options = useSources(scenario, draft !== null);
  const { after = options[0]?.value, before = options.find(({ value }) => value !== after)?.value } = pair;
  const [left, right] = [
    useSource(scenario, before, { draft, options }),
    useSource(scenario, after, { draft, options }),
  ];
  const choice = (label: string, value: Source | undefined, choose: (value: Source) => void) => (
    <label className="row">
      {label}
      <Select
        aria-label={label}
        style={{ minWidth: 220 }}
        {...(value !== undefined && { value })}
        options={options}
        onChange={choose}
      />
    </label>
  );
  return (
    <div className="stack tight">
      <div className="row">
        {choice(t('from'), before, (value) => onChoose({ before: value, after }))}
        {choice(t('to'), after, (value) => onChoose({ before, after: value }))}
      </div>
      {left && right ? (
        <Comparison
          before={left}
          after={right}
          onRevert={onRevert && after === 'draft' ? (change) => onRevert(left.scenario, change) : undefined}
        />
      ) : (
        options.length > 1 && <Skeleton active title={false} />
      )}
    </div>
  );
}
