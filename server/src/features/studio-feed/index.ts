export { createEditors, type Editors } from './editors.ts';
export { attachStudioFeed, type StudioFeed } from './sockets.ts';
export type { Topic } from './topics.ts';
