import { ActionError, defineHandlers, type ActionContext } from '@scenarium/sdk';
import { mockCrm } from './index.ts';

interface Contact {
  id: number;
  name: string;
  phone: string | null;
  email: string | null;
}

interface Lead {
  id: number;
  name: string;
  contact: Contact;
  price: number | null;
  notes: string[];
}

interface Account {
  contacts: Contact[];
  leads: Lead[];
  ids: number;
  /** What a call with a key has made. */
  done: Map<string, number>;
}

/** Of organisations that try things; the oldest make room. */
const MOST_ACCOUNTS = 100;
const MOST_LEADS = 1_000;
const accounts = new Map<string, Account>();

/** The handlers of the plugin `mock-crm`. */
export const server = defineHandlers(mockCrm, {
  actions: {
    async 'upsert-contact'({ name, phone, email }, context) {
      const account = accountOf(context);
      const known = account.contacts.find((one) => isSame(one.phone, phone) || isSame(one.email, email));
      if (known) {
        Object.assign(known, { name, phone: phone ?? known.phone, email: email ?? known.email });
        return { ...known, created: false };
      }
      const contact = { id: (account.ids += 1), name, phone: phone ?? null, email: email ?? null };
      account.contacts.push(contact);
      return { ...contact, created: true };
    },
    async 'create-lead'({ name, contact: id, price }, context) {
      const account = accountOf(context);
      const made = account.done.get(context.idempotencyKey);
      if (made !== undefined) return { id: made, created: false };
      const contact = account.contacts.find((one) => one.id === id);
      if (!contact) throw new ActionError('crm_not_found', `there is no contact ${id}`);
      const lead: Lead = { id: (account.ids += 1), name, contact, price: price ?? null, notes: [] };
      account.leads.push(lead);
      if (account.leads.length > MOST_LEADS) account.leads.shift();
      account.done.set(context.idempotencyKey, lead.id);
      return { id: lead.id, created: true };
    },
    async 'add-note'({ lead: id, text }, context) {
      const account = accountOf(context);
      const made = account.done.get(context.idempotencyKey);
      if (made !== undefined) return { id: made };
      const lead = account.leads.find((one) => one.id === id);
      if (!lead) throw new ActionError('crm_not_found', `there is no lead ${id}`);
      lead.notes.push(text);
      account.done.set(context.idempotencyKey, (account.ids += 1));
      return { id: account.ids };
    },
    'list-leads': async (_input, context) =>
      accountOf(context).leads.map((lead) => ({ ...lead, contact: { ...lead.contact } })),
  },
});

function accountOf({ conversation: { tenant } }: ActionContext<never> | ActionContext): Account {
  const account = accounts.get(tenant) ?? { contacts: [], leads: [], ids: 0, done: new Map<string, number>() };
  accounts.delete(tenant);
  accounts.set(tenant, account);
  const [oldest] = accounts.keys();
  if (accounts.size > MOST_ACCOUNTS && oldest !== undefined) accounts.delete(oldest);
  return account;
}

/** The last ten digits of numbers, small letters of addresses. */
function isSame(known: string | null, wanted: string | undefined): boolean {
  if (known === null || wanted === undefined) return false;
  const plain = (text: string): string =>
    text.includes('@') ? text.toLowerCase() : text.replace(/\D/g, '').slice(-10);
  return plain(known) === plain(wanted);
}
