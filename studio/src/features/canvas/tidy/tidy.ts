import ELK, { type ELK as Elk } from 'elkjs/lib/elk-api';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { Point } from '../../../document/index.ts';
import type { FlowEdge } from '../project/project-edges.ts';
import type { StepNode } from '../project/project-nodes.ts';
import { elkGraph, positionsOf } from './elk-graph.ts';

let elk: Elk | undefined;

/** Lays steps out from left to right, in a worker: nobody is held up. Their top left corner stays where it is. */
export async function tidy(nodes: readonly StepNode[], edges: readonly FlowEdge[]): Promise<Record<string, Point>> {
  elk ??= new ELK({ workerUrl });
  const corner = {
    x: Math.min(...nodes.map(({ position }) => position.x)),
    y: Math.min(...nodes.map(({ position }) => position.y)),
  };
  return positionsOf(await elk.layout(elkGraph(nodes, edges)), corner);
}
