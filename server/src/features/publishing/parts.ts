import type { Model } from 'mongoose';
import type { PublishingOptions } from './index.ts';
import type { Activation } from './model.ts';
import type { Asking } from './operations/ask.ts';

/** What the operations work with. */
export interface Parts extends PublishingOptions {
  activations: Model<Activation>;
  asking: Asking;
}
