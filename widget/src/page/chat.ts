import { ChatClient } from '../client/chat-client.ts';
import { ChatPage } from './chat-page.ts';

const [, , agent = ''] = location.pathname.split('/');
const client = new ChatClient({ agent: decodeURIComponent(agent), locale: navigator.languages });

new ChatPage(client, navigator.languages);
addEventListener('online', () => client.wake());
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && client.wake());
client.open();
