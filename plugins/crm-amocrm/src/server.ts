import { createHash } from 'node:crypto';
import { ActionError, defineHandlers, type ActionContext } from '@scenarium/sdk';
import { z } from 'zod';
import { callAmo } from './amo-api.ts';
import { amocrm, type AmoConfig } from './index.ts';

type Context = ActionContext<AmoConfig>;

const Contact = z.object({
  id: z.int(),
  name: z.string().nullable(),
  custom_fields_values: z
    .array(z.object({ field_code: z.string().nullish(), values: z.array(z.object({ value: z.unknown() })) }))
    .nullish(),
});
const Made = z.object({ id: z.int() });
const embedded = <S extends z.ZodType>(name: string, schema: S) =>
  z
    .object({ _embedded: z.record(z.string(), z.unknown()) })
    .transform(({ _embedded }) => z.array(schema).parse(_embedded[name] ?? []));
const Lead = z.object({
  id: z.int(),
  _embedded: z.object({ tags: z.array(z.object({ name: z.string() })).default([]) }).optional(),
});
const Pipeline = z.object({
  id: z.int(),
  name: z.string(),
  _embedded: z.object({ statuses: z.array(z.object({ id: z.int(), name: z.string() })) }),
});

/** The handlers of the plugin `amocrm`, for API v4. */
export const server = defineHandlers(amocrm, {
  actions: {
    'find-contact': findContact,
    async 'upsert-contact'({ name, phone, email }, context) {
      const known = await findContact({ phone, email }, context);
      const fields = fieldsOf({ phone, email });
      if (known) {
        await callAmo(context, { method: 'PATCH', path: `/api/v4/contacts/${known.id}`, body: { name, ...fields } });
        return { ...known, name, phone: phone ?? known.phone, email: email ?? known.email, created: false };
      }
      const body = [{ name, ...fields }];
      const made = embedded('contacts', Made).parse(
        await callAmo(context, { method: 'POST', path: '/api/v4/contacts', body }),
      );
      return { id: firstOf(made).id, name, phone: phone ?? null, email: email ?? null, created: true };
    },
    async 'create-lead'({ name, contact, price, pipeline, status, tags }, context) {
      const mark = markOf(context.idempotencyKey);
      const known = await leadWith(mark, contact, context);
      if (known !== null) return { id: known, created: false };
      const lead = {
        name,
        ...(price !== undefined && { price }),
        ...(pipeline !== undefined && { pipeline_id: pipeline }),
        ...(status !== undefined && { status_id: status }),
        _embedded: { contacts: [{ id: contact }], tags: [...tags, mark].map((tag) => ({ name: tag })) },
      };
      const made = embedded('leads', Made).parse(
        await callAmo(context, { method: 'POST', path: '/api/v4/leads', body: [lead] }),
      );
      return { id: firstOf(made).id, created: true };
    },
    async 'update-lead'({ id, name, price, pipeline, status }, context) {
      const body = {
        ...(name !== undefined && { name }),
        ...(price !== undefined && { price }),
        ...(pipeline !== undefined && { pipeline_id: pipeline }),
        ...(status !== undefined && { status_id: status }),
      };
      await callAmo(context, { method: 'PATCH', path: `/api/v4/leads/${id}`, body });
      return { id };
    },
    async 'add-note'({ lead, text }, context) {
      const body = [{ note_type: 'common', params: { text } }];
      const made = embedded('notes', Made).parse(
        await callAmo(context, { method: 'POST', path: `/api/v4/leads/${lead}/notes`, body }),
      );
      return { id: firstOf(made).id };
    },
    async 'list-pipelines'(_input, context) {
      const found = await callAmo(context, { method: 'GET', path: '/api/v4/leads/pipelines' });
      const pipelines = found === null ? [] : embedded('pipelines', Pipeline).parse(found);
      return pipelines.map(({ id, name, _embedded: { statuses } }) => ({
        id,
        name,
        stages: statuses.map((one) => ({ id: one.id, name: one.name })),
      }));
    },
  },
  healthcheck: async (context) => void (await callAmo(context, { method: 'GET', path: '/api/v4/account' })),
});

/** amoCRM searches by likeness: what it finds is compared exactly. */
async function findContact(
  { phone, email }: { phone?: string | undefined; email?: string | undefined },
  context: Context,
) {
  if (phone === undefined && email === undefined)
    throw new ActionError('crm_invalid', 'give a phone number or an e-mail address');
  for (const wanted of [phone, email]) {
    if (wanted === undefined) continue;
    const query = wanted === phone ? digitsOf(wanted) : wanted;
    const found = await callAmo(context, { method: 'GET', path: '/api/v4/contacts', query: { query, limit: 50 } });
    const contacts = found === null ? [] : embedded('contacts', Contact).parse(found);
    for (const contact of contacts) {
      const [phones, emails] = [valuesOf(contact, 'PHONE'), valuesOf(contact, 'EMAIL')];
      const isSame =
        wanted === phone
          ? phones.some((one) => digitsOf(one) === digitsOf(wanted))
          : emails.some((one) => one.toLowerCase() === wanted.toLowerCase());
      if (isSame)
        return { id: contact.id, name: contact.name ?? '', phone: phones[0] ?? null, email: emails[0] ?? null };
    }
  }
  return null;
}

/** A lead of the contact that an earlier attempt made: amoCRM knows no idempotency keys, so leads carry a mark as a tag. */
async function leadWith(mark: string, contact: number, context: Context): Promise<number | null> {
  const found = await callAmo(context, {
    method: 'GET',
    path: `/api/v4/contacts/${contact}`,
    query: { with: 'leads' },
  });
  if (found === null) throw new ActionError('crm_not_found', `amoCRM has no contact ${contact}`);
  const ids = embedded('leads', Made)
    .parse(found)
    .map(({ id }) => id);
  if (ids.length === 0) return null;
  const query = Object.fromEntries(ids.slice(-50).map((id, i) => [`filter[id][${i}]`, id]));
  const answer = await callAmo(context, { method: 'GET', path: '/api/v4/leads', query });
  const leads = answer === null ? [] : embedded('leads', Lead).parse(answer);
  return leads.find(({ _embedded }) => _embedded?.tags.some(({ name }) => name === mark))?.id ?? null;
}

function markOf(idempotencyKey: string): string {
  return `scenarium ${createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 10)}`;
}

function fieldsOf({ phone, email }: { phone?: string | undefined; email?: string | undefined }) {
  const values = [
    ...(phone === undefined ? [] : [{ field_code: 'PHONE', values: [{ value: phone, enum_code: 'WORK' }] }]),
    ...(email === undefined ? [] : [{ field_code: 'EMAIL', values: [{ value: email, enum_code: 'WORK' }] }]),
  ];
  return { custom_fields_values: values };
}

function valuesOf({ custom_fields_values: fields }: z.infer<typeof Contact>, code: string): string[] {
  return (fields ?? [])
    .filter((one) => one.field_code === code)
    .flatMap(({ values }) => values.map(({ value }) => String(value)));
}

/** The last ten digits: `8 916…` and `+7 916…` are the same number. */
function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '').slice(-10);
}

function firstOf<T>(made: T[]): T {
  const [first] = made;
  if (!first) throw new ActionError('crm_unavailable', 'amoCRM did not say what it made');
  return first;
}
