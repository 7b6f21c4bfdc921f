import { defineChannel, definePlugin, field, secret } from '@scenarium/sdk';
import { z } from 'zod';

const modes = ['webhook', 'poll'] as const;

/** Channels to try things with: a chat that can show everything, and short messages that can show nothing but text. */
export const mockChannel = definePlugin({
  id: 'mock-channel',
  version: '0.1.0',
  sdk: '^0.1.0',
  title: { en: 'Channels to try', ru: 'Каналы для проб' },
  description: {
    en: 'A chat and short messages of a made-up service: to write a channel by, and to test with',
    ru: 'Чат и короткие сообщения вымышленного сервиса: образец для своего канала и основа для проверок',
  },
  config: z.strictObject({
    baseUrl: field(z.url(), {
      title: { en: 'Address of the service', ru: 'Адрес сервиса' },
      placeholder: 'http://127.0.0.1:8099',
      widget: 'url',
    }),
    key: secret({
      title: { en: 'Key', ru: 'Ключ' },
      help: { en: 'Both sides sign and greet with it', ru: 'Им подписываются и представляются обе стороны' },
    }),
  }),
  channels: {
    chat: defineChannel({
      id: 'chat',
      title: { en: 'Chat to try', ru: 'Чат для проб' },
      shows: { buttons: true, attachments: true, typing: true, locale: true },
      modes,
    }),
    sms: defineChannel({
      id: 'sms',
      title: { en: 'Short messages to try', ru: 'Короткие сообщения для проб' },
      shows: { buttons: false, attachments: false, typing: false, locale: false, maxText: 160 },
      modes,
    }),
  },
});
