import { defineAction, definePlugin } from '@scenarium/sdk';
import { z } from 'zod';

const Id = z.int().min(1);
const Contact = z.object({ id: Id, name: z.string(), phone: z.string().nullable(), email: z.string().nullable() });

const upsertContact = defineAction({
  id: 'upsert-contact',
  title: { en: 'Add or update a contact', ru: 'Добавить или обновить контакт' },
  description: {
    en: 'Finds it by phone or e-mail, otherwise makes it',
    ru: 'Находит по телефону или почте, иначе создаёт',
  },
  input: z.strictObject({
    name: z.string().min(1).max(250),
    phone: z.string().min(3).max(40).optional(),
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
    tags: z.array(z.string().min(1).max(100)).max(20).default([]),
  }),
  output: z.object({ id: Id, created: z.boolean() }),
  repeat: 'keyed',
  example: { name: 'Question from the chat', contact: 1 },
});

const addNote = defineAction({
  id: 'add-note',
  title: { en: 'Add a note to a lead', ru: 'Добавить примечание к сделке' },
  description: { en: 'A text that people see at the lead', ru: 'Текст, который увидят в сделке' },
  input: z.strictObject({ lead: Id, text: z.string().min(1).max(20_000) }),
  output: z.object({ id: Id }),
  repeat: 'keyed',
  example: { lead: 1, text: 'Asked for a call' },
});

const listLeads = defineAction({
  id: 'list-leads',
  title: { en: 'Leads', ru: 'Сделки' },
  description: { en: 'All leads with their notes', ru: 'Все сделки с примечаниями' },
  input: z.strictObject({}),
  output: z.array(
    z.object({ id: Id, name: z.string(), contact: Contact, price: z.int().nullable(), notes: z.array(z.string()) }),
  ),
  repeat: 'safe',
  example: {},
});

/** A CRM in the server's memory, to try scenarios with: actions and inputs are those of amoCRM. A restart empties it. */
export const mockCrm = definePlugin({
  id: 'mock-crm',
  version: '1.0.0',
  sdk: '^0.1.0',
  title: { en: 'CRM to try', ru: 'CRM для проб' },
  description: { en: 'A CRM in memory, to try scenarios with', ru: 'CRM в памяти, чтобы пробовать сценарии' },
  actions: {
    'upsert-contact': upsertContact,
    'create-lead': createLead,
    'add-note': addNote,
    'list-leads': listLeads,
  },
});
