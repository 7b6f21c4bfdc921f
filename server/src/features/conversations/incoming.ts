import { z } from 'zod';

/** A message as it is sent, over HTTP and sockets alike. */
export const Incoming = z.strictObject({
  id: z.string().regex(/^[\w:.-]{1,128}$/),
  text: z.string().max(10_000).optional(),
  option: z.string().max(64).optional(),
  attachments: z
    .array(
      z.strictObject({
        url: z.url({ protocol: /^https?$/ }).max(2_000),
        type: z.string().max(20).optional(),
        name: z.string().max(200).optional(),
      }),
    )
    .max(10)
    .optional(),
});
