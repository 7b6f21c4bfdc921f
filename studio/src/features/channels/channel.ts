import type { Answer } from '../../api/send.ts';
import type { Plugin } from '../plugins/plugin.ts';

export type Channel = Answer<'listChannels'>['channels'][number];

/** A kind of channel that an installed plugin brings. */
export interface ChannelKind {
  plugin: Plugin;
  kind: Plugin['channels'][number];
}

export function kindsOf(plugins: readonly Plugin[]): ChannelKind[] {
  return plugins.flatMap((plugin) => plugin.channels.map((kind) => ({ plugin, kind })));
}
