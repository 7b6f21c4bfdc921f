import { defineAction, definePlugin, field, secret } from '@scenarium/sdk';
import { z } from 'zod';

const Id = z.int().min(1);
const Phone = z.string().min(3).max(40);
const Contact = z.object({ id: Id, name: z.string(), phone: z.string().nullable(), email: z.string().nullable() });

const findContact = defineAction({
  id: 'find-contact',
  title: { en: 'Find a contact', ru: 'Найти контакт' },
  description: { en: 'By phone or e-mail, exactly', ru: 'По телефону или почте, точно' },
  input: z
    .strictObject({ phone: Phone.optional(), email: z.email().max(200).optional() })
    .describe('One of the two at least'),
  output: Contact.nullable(),
  repeat: 'safe',
  example: { email: 'ann@example.com' },
});

const upsertContact = defineAction({
  id: 'upsert-contact',
  title: { en: 'Add or update a contact', ru: 'Добавить или обновить контакт' },
  description: {
    en: 'Finds it by phone or e-mail, otherwise makes it: never a double',
    ru: 'Находит по телефону или почте, иначе создаёт: без дублей',
  },
  input: z.strictObject({
    name: z.string().min(1).max(250),
    phone: Phone.optional(),
    email: z.email().max(200).optional(),
  }),
  output: Contact.extend({ created: z.boolean() }),
  repeat: 'keyed',
  example: { name: 'Ann', phone: '+79161234567' },
});

const createLead = defineAction({
  id: 'create-lead',
  title: { en: 'Create a lead', ru: 'Создать сделку' },
  description: { en: 'Makes a lead of a contact', ru: 'Создаёт сделку контакта' },
  input: z.strictObject({
    name: z.string().min(1).max(250),
    contact: Id,
    price: z.int().min(0).optional(),
    pipeline: Id.optional(),
    status: Id.optional(),
    tags: z.array(z.string().min(1).max(100)).max(20).default([]),
  }),
  output: z.object({ id: Id, created: z.boolean() }),
  repeat: 'keyed',
  example: { name: 'Question from the chat', contact: 1 },
});

const updateLead = defineAction({
  id: 'update-lead',
  title: { en: 'Change a lead', ru: 'Изменить сделку' },
  description: { en: 'Its name, price or stage', ru: 'Название, бюджет или этап' },
  input: z.strictObject({
    id: Id,
    name: z.string().min(1).max(250).optional(),
    price: z.int().min(0).optional(),
    pipeline: Id.optional(),
    status: Id.optional(),
  }),
  output: z.object({ id: Id }),
  repeat: 'safe',
  example: { id: 1, price: 100 },
});

const addNote = defineAction({
  id: 'add-note',
  title: { en: 'Add a note to a lead', ru: 'Добавить примечание к сделке' },
  description: { en: 'A text that people see at the lead', ru: 'Текст, который увидят в сделке' },
  input: z.strictObject({ lead: Id, text: z.string().min(1).max(20_000) }),
  output: z.object({ id: Id }),
  repeat: 'never',
  example: { lead: 1, text: 'Asked for a call' },
});

const listPipelines = defineAction({
  id: 'list-pipelines',
  title: { en: 'Pipelines and their stages', ru: 'Воронки и их этапы' },
  description: { en: 'Names and ids, for choosing', ru: 'Названия и номера, чтобы выбрать' },
  input: z.strictObject({}),
  output: z.array(z.object({ id: Id, name: z.string(), stages: z.array(z.object({ id: Id, name: z.string() })) })),
  repeat: 'safe',
  example: {},
});

/** Contacts, leads and notes in amoCRM (Kommo). */
export const amocrm = definePlugin({
  id: 'amocrm',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: { en: 'amoCRM', ru: 'amoCRM' },
  description: { en: 'Contacts, leads and notes in amoCRM', ru: 'Контакты, сделки и примечания в amoCRM' },
  config: z.strictObject({
    account: field(z.url({ protocol: /^https?$/ }).max(200), {
      title: { en: 'Address of the account', ru: 'Адрес аккаунта' },
      placeholder: 'https://example.amocrm.ru',
      widget: 'url',
    }),
    clientId: field(z.string().max(200).default(''), { title: { en: 'Integration id', ru: 'ID интеграции' } }),
    clientSecret: secret({ title: { en: 'Secret key', ru: 'Секретный ключ' } }).default(''),
    redirectUri: field(z.string().max(500).default(''), {
      title: { en: 'Redirect address', ru: 'Адрес перенаправления' },
    }),
    accessToken: secret({ title: { en: 'Access token', ru: 'Токен доступа' } }),
    refreshToken: secret({
      title: { en: 'Refresh token', ru: 'Токен обновления' },
      help: { en: 'Leave it empty with a long-lived token', ru: 'Не нужен для долгосрочного токена' },
    }).default(''),
  }),
  actions: {
    'find-contact': findContact,
    'upsert-contact': upsertContact,
    'create-lead': createLead,
    'update-lead': updateLead,
    'add-note': addNote,
    'list-pipelines': listPipelines,
  },
});

export type AmoConfig = z.output<NonNullable<(typeof amocrm)['config']>>;
