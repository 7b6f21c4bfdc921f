import type { Answer } from '../../api/send.ts';

export type Plugin = Answer<'listPlugins'>['plugins'][number];
export type Connection = Answer<'listConnections'>['connections'][number];
