import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { toCase } from '@scenarium/engine';
import type { Case, Problem, Scenario } from '@scenarium/language';
import { Button, Tabs } from 'antd';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { BreakpointPlace } from '../scenarios/breakpoints.ts';
import type { OverlayStore } from '../scenarios/overlay.ts';
import { actWords } from './act-words.ts';
import { AnswerList } from './AnswerList.tsx';
import { BreakpointsLabel } from './BreakpointsLabel.tsx';
import { BreakpointList } from './BreakpointList.tsx';
import { CasesTab } from './CasesTab.tsx';
import { DraftErrors } from './DraftErrors.tsx';
import { Moments } from './Moments.tsx';
import { PlayTab } from './PlayTab.tsx';
import type { Simulation } from './simulation.ts';
import { Variables } from './Variables.tsx';
import { useTexts } from './texts.ts';
import { useCallees } from './use-callees.ts';
import { usePlay } from './use-play.ts';
import { useUnchanged } from './use-unchanged.ts';

interface SimulationPanelProps {
  /** Where the scenario is stored. */
  id: string;
  /** The draft; null while it cannot be read. */
  scenario: Scenario | null;
  problems: readonly Problem[];
  overlay: OverlayStore;
  simulation: Simulation;
}

/** Plays the draft with the real engine, in the browser: nothing leaves it, any moment can be gone back to, time can be moved. */
export function SimulationPanel({ id, scenario: checked, problems, overlay, simulation }: SimulationPanelProps) {
  const t = useTexts();
  const [tab, setTab] = useState('play');
  const [asked, setAsked] = useState<BreakpointPlace | null>(null);
  const [covered, setCovered] = useState(false);
  const [fresh, setFresh] = useState<Case | null>(null);
  const { store } = simulation;
  const showPlay = (): void => {
    setCovered(false);
    setTab('play');
  };
  const { subscribe, get, remember } = simulation.answers;
  const answers = useSyncExternalStore(subscribe, get);
  const scenario = useUnchanged(checked);
  const callees = useCallees(scenario);
  const play = usePlay({ store, scenario, callees, overlay, paused: covered, onPlayFrom: showPlay });
  useEffect(() => {
    overlay.showBreakpoint = (place) => {
      setAsked({ ...place });
      setTab('breakpoints');
    };
    return () => void (overlay.showBreakpoint = null);
  }, [overlay]);
  const { moments, index, beginning } = play;
  const world = moments[index]?.world;
  const errors = <DraftErrors problems={problems} scenario={scenario} overlay={overlay} />;
  if (!scenario || !play.compiled || !world)
    return (
      <div className="try">
        {errors}
        <EmptyState title={t('dialogue')}>{t('broken')}</EmptyState>
      </div>
    );

  function keep(): void {
    setFresh(toCase(moments.slice(0, index + 1), { name: actWords(moments[1]?.act, t), beginning }));
    setTab('cases');
  }

  return (
    <div className="try">
      {errors}
      <div className="row try-bar">
        <Button size="small" onClick={() => store.begin()}>
          {t('restart')}
        </Button>
        <Button
          size="small"
          icon={<UndoOutlined />}
          aria-label={t('back')}
          title={t('back')}
          disabled={index === 0}
          onClick={() => store.goTo(index - 1)}
        />
        <Button
          size="small"
          icon={<RedoOutlined />}
          aria-label={t('forward')}
          title={t('forward')}
          disabled={index === moments.length - 1}
          onClick={() => store.goTo(index + 1)}
        />
        <Button size="small" onClick={keep}>
          {t('keepAsCase')}
        </Button>
      </div>
      <Tabs
        size="small"
        tabBarGutter={6}
        activeKey={tab}
        onChange={setTab}
        items={[
          {
            key: 'play',
            label: t('dialogue'),
            children: (
              <PlayTab id={id} scenario={scenario} play={play} store={store} answers={answers} onRemember={remember} />
            ),
          },
          {
            key: 'variables',
            label: t('variables'),
            children: <Variables scenario={scenario} world={world} onAct={store.act} />,
          },
          {
            key: 'moments',
            label: t('moments'),
            children: (
              <Moments
                moments={moments}
                index={index}
                onGoTo={store.goTo}
                onStep={(latest) => overlay.show({ latest })}
              />
            ),
          },
          {
            key: 'breakpoints',
            label: <BreakpointsLabel overlay={overlay} />,
            children: <BreakpointList overlay={overlay} asked={asked} />,
          },
          {
            key: 'actions',
            label: t('actions'),
            children: <AnswerList scenario={scenario} answers={answers} onRemember={remember} />,
          },
          {
            key: 'cases',
            label: t('cases'),
            children: (
              <CasesTab
                id={id}
                scenario={scenario}
                callees={callees}
                store={store}
                overlay={overlay}
                fresh={fresh}
                onFresh={setFresh}
                onOpened={showPlay}
                covered={covered}
                onCovered={setCovered}
              />
            ),
          },
        ]}
      />
    </div>
  );
}
