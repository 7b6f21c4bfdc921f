import ELK, { type ELK as Elk } from 'elkjs/lib/elk-api';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { Point } from '../../../document/index.ts';
import type { FlowEdge } from '../project/project-edges.ts';
import type { StepNode } from '../project/project-nodes.ts';
import { elkGraph, positionsOf } from './elk-graph.ts';

const PATIENCE_MS = 20_000;

let elk: Elk | undefined;

/**
 * Lays steps out from left to right, in a worker: nobody is held up. Their top left corner stays where it is. Fails where it takes too
 * long.
 */
export async function tidy(nodes: readonly StepNode[], edges: readonly FlowEdge[]): Promise<Record<string, Point>> {
  const working = (elk ??= new ELK({ workerUrl }));
  const corner = {
    x: Math.min(...nodes.map(({ position }) => position.x)),
    y: Math.min(...nodes.map(({ position }) => position.y)),
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      working.terminateWorker();
      if (elk === working) elk = undefined;
      reject(new Error(`The layout took more than ${PATIENCE_MS} ms`));
    }, PATIENCE_MS);
  });
  try {
    return positionsOf(await Promise.race([working.layout(elkGraph(nodes, edges)), tooLong]), corner);
  } finally {
    clearTimeout(timer);
  }
}
