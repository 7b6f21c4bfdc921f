import type { SimulatedAnswer } from '@scenarium/engine';
import type { Case, Json, Scenario } from '@scenarium/language';
import { Alert, Collapse } from 'antd';
import { useRead } from '../../api/use-read.ts';
import { BeginForm } from './BeginForm.tsx';
import { Dialogue } from './Dialogue.tsx';
import { EventForm } from './EventForm.tsx';
import { OpenCall } from './OpenCall.tsx';
import { PlayFoot } from './PlayFoot.tsx';
import type { Play, PlayStore } from './play-store.ts';
import { useTexts } from './texts.ts';
import type { Answers } from './answers.ts';

interface PlayTabProps {
  /** Where the scenario is stored. */
  id: string;
  scenario: Scenario;
  play: Play;
  store: PlayStore;
  answers: Answers;
  onRemember(action: string, answer: SimulatedAnswer): void;
}

/** The dialogue as the end user sees it, and everything that can happen to it. */
export function PlayTab({ id, scenario, play, store, answers, onRemember }: PlayTabProps) {
  const t = useTexts();
  const { moments, index, beginning, replayed } = play;
  const { data } = useRead('listCases', { params: { id } });
  const world = moments[index]?.world;
  if (!world) return null;
  const [call] = world.held ? [] : world.calls;
  return (
    <>
      {replayed && (
        <Alert
          type="info"
          closable
          title={[
            replayed.diverged !== undefined && t('diverged', { number: replayed.diverged + 1 }),
            replayed.left.length > 0 && t('leftOver', { count: replayed.left.length }),
          ]
            .filter(Boolean)
            .join(' ')}
        />
      )}
      <Dialogue
        world={world}
        flows={scenario.flows}
        lang={world.run.locale}
        onPress={(option, text) => store.act({ kind: 'say', text, option })}
      />
      {call && (
        <OpenCall
          key={call.id}
          call={call}
          known={answers[call.action] ?? (data && exampleOf(call.action, data.cases))}
          locale={world.run.locale}
          onAnswer={(answer, remember) => {
            if (remember) onRemember(call.action, answer);
            store.act({ kind: 'answer', call: call.id, answer });
          }}
        />
      )}
      <PlayFoot world={world} timezone={scenario.timezone} onAct={store.act} onStep={store.step} />
      <Collapse
        size="small"
        ghost
        items={[
          {
            key: 'begin',
            label: t('whoAndHow'),
            children: <BeginForm key={scenario.id} scenario={scenario} beginning={beginning} onBegin={store.begin} />,
          },
          {
            key: 'events',
            label: t('events'),
            children: <EventForm key={index} world={world} onAct={store.act} />,
          },
        ]}
      />
    </>
  );
}

/** How an action succeeds in the first case that knows it. */
function exampleOf(action: string, cases: readonly { given: unknown }[]): SimulatedAnswer | undefined {
  const known = cases.flatMap(({ given }) => (given as Partial<Case>).actions?.[action] ?? []);
  const found = known.find((answer) => 'output' in answer);
  return found && { output: found.output as Json };
}
