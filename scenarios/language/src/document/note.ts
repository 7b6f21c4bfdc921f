import { z } from 'zod';
import { Id } from './names.ts';

export const NOTE_COLORS = ['yellow', 'green', 'blue', 'pink', 'purple', 'gray'] as const;

/** A sticky note beside the steps, for the people who draw the scenario; a run knows nothing of it. */
export const Note = z.strictObject({
  id: Id,
  text: z.string().max(4_000),
  x: z.number(),
  y: z.number(),
  width: z.number().min(20).max(5_000).default(200),
  height: z.number().min(20).max(5_000).default(120),
  color: z.enum(NOTE_COLORS).default('yellow'),
});
export type Note = z.infer<typeof Note>;
export type NoteColor = Note['color'];
