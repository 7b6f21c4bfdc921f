import { ChatClient } from '../client/chat-client.ts';
import { ChatPage } from './chat-page.ts';
import { find } from './element.ts';
import { startEmbedded } from './embedded.ts';

const [, , agent = ''] = location.pathname.split('/');
const client = new ChatClient({ agent: decodeURIComponent(agent), locale: navigator.languages });

new ChatPage(client, navigator.languages);
startEmbedded(find('#close'));
addEventListener('online', () => client.wake());
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && client.wake());
client.open();
