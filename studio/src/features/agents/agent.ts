import type { Answer } from '../../api/send.ts';

export type Agent = Answer<'listAgents'>['agents'][number];
export type Block = Answer<'listBlocks'>['blocks'][number];
export type Template = Answer<'listTemplates'>['templates'][number];
