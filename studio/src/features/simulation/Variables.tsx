import type { Act, World } from '@scenarium/engine';
import type { Scenario } from '@scenarium/language';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { JsonField } from './JsonField.tsx';
import { useTexts } from './texts.ts';

interface VariablesProps {
  scenario: Scenario;
  world: World;
  onAct(act: Act): void;
}

/** What the run knows at this moment; another value counts from here on. */
export function Variables({ scenario, world, onAct }: VariablesProps) {
  const t = useTexts();
  const names = Object.keys(scenario.variables);
  const values = world.run.frames['main']?.variables ?? {};
  if (names.length === 0) return <EmptyState title={t('noVariables')}>{t('noVariablesText')}</EmptyState>;
  return (
    <dl className="values">
      {names.map((name) => (
        <div key={name}>
          <dt>
            <code>{name}</code> <small className="soft">{scenario.variables[name]?.type}</small>
          </dt>
          <dd>
            <JsonField
              value={values[name]}
              label={name}
              asText={scenario.variables[name]?.type === 'text'}
              disabled={world.run.status !== 'waiting'}
              onChange={(value) => onAct({ kind: 'set', values: { [name]: value } })}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
