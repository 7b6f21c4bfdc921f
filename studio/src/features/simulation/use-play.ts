import type { Scenario } from '@scenarium/language';
import { useEffect, useSyncExternalStore } from 'react';
import type { OverlayStore } from '../scenarios/overlay.ts';
import { paint } from './paint.ts';
import type { Play, PlayStore } from './play-store.ts';

interface PlayOptions {
  store: PlayStore;
  scenario: Scenario | null;
  callees: readonly Scenario[];
  overlay: OverlayStore;
  /** Something else is painted now. */
  paused: boolean;
  /** A play was begun from a step. */
  onPlayFrom(): void;
}

/** Plays a draft beside its views: they show where the play is, and say where it stops and begins. */
export function usePlay({ store, scenario, callees, overlay, paused, onPlayFrom }: PlayOptions): Play {
  const play = useSyncExternalStore(store.subscribe, store.get);
  const world = play.moments[play.index]?.world;
  useEffect(() => store.load(scenario, callees), [scenario, callees]);
  useEffect(() => {
    if (world && !paused) overlay.show(paint(world));
  }, [world, paused]);
  useEffect(() => {
    overlay.playFrom = (step) => {
      store.begin({ from: step });
      onPlayFrom();
    };
    return () => {
      overlay.playFrom = null;
      overlay.show({ steps: new Map(), flows: new Map(), badges: new Map(), latest: null });
    };
  }, []);
  return play;
}
