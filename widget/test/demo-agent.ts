import type { Answer, Held, StandInStore } from './stand-in-store.ts';

/** An agent with something of everything, to look at. */
export function playDemo(store: StandInStore): void {
  store.greet = ({ locale }) => (locale === 'ru' ? russian : english);
  store.reply = ({ option, text }, { locale }: Held) => [
    { text: (locale === 'ru' ? 'Вы написали: ' : 'You said: ') + (option ? `${text} (${option})` : text) },
  ];
}

const yesterday = new Date(Date.now() - 86_400_000).toISOString();

const english: Answer[] = [
  {
    text: 'Hello! I am Mira, the assistant of the Nordlicht store. I can find your order or book a visit.',
    at: yesterday,
  },
  {
    text: 'We wrote to you about order 48-1207: https://example.org/orders/48-1207. It has left the warehouse.',
    at: yesterday,
  },
  {
    text: 'Good to see you again. Here is your receipt.',
    attachments: [{ url: 'https://example.org/receipt.pdf', name: 'receipt-48-1207.pdf' }],
  },
  {
    text: 'What can I do for you today?',
    buttons: [
      { id: 'order', label: 'Where is my order?' },
      { id: 'visit', label: 'Book a visit' },
      { id: 'human', label: 'Talk to a person' },
      { id: 'help', label: 'Help centre', url: 'https://example.org/help' },
    ],
  },
];

const russian: Answer[] = [
  { text: 'Здравствуйте! Я Мира, помощница магазина «Нордлихт». Найду ваш заказ или запишу на визит.', at: yesterday },
  { text: 'Мы писали о заказе 48-1207: https://example.org/orders/48-1207. Он уже едет к вам.', at: yesterday },
  {
    text: 'Рада снова вас видеть. Вот ваш чек.',
    attachments: [{ url: 'https://example.org/receipt.pdf', name: 'чек-48-1207.pdf' }],
  },
  {
    text: 'Чем помочь сегодня?',
    buttons: [
      { id: 'order', label: 'Где мой заказ?' },
      { id: 'visit', label: 'Записаться на визит' },
      { id: 'human', label: 'Поговорить с человеком' },
      { id: 'help', label: 'Справка', url: 'https://example.org/help' },
    ],
  },
];
