import { z } from 'zod';

const LONGEST_TEXT = 10_000;
const Name = z.string().min(1).max(256);

/** What a plugin read from its service. A text that is too long is cut: refused, it would come again for ever. */
export const Inbound = z.intersection(
  z.object({
    externalId: Name,
    conversation: Name,
    contact: z.object({
      id: Name,
      name: z.string().max(256).exactOptional(),
      locale: z.string().max(35).exactOptional(),
    }),
  }),
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('message'),
      text: z.string().transform((text) => text.slice(0, LONGEST_TEXT)),
      option: z.string().max(64).exactOptional(),
      attachments: z
        .array(
          z.object({
            url: z.url({ protocol: /^https?$/ }).max(2_000),
            type: z.string().max(20).exactOptional(),
            name: z.string().max(200).exactOptional(),
          }),
        )
        .max(10)
        .exactOptional(),
    }),
    z.object({
      kind: z.literal('command'),
      command: z.string().regex(/^[\w-]{1,64}$/),
      arguments: z.string().max(LONGEST_TEXT).exactOptional(),
    }),
  ]),
);
export const Inbounds = z.array(Inbound).max(1_000);
export type Inbound = z.infer<typeof Inbound>;
