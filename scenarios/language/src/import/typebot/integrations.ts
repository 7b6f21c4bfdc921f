import { settingsAsInput } from '../placeholder.ts';
import { textOf } from '../values.ts';
import type { DrawBlock } from './drawing.ts';
import { drawRequest } from './http.ts';
import { drawModel } from './models.ts';

const drawAnalytics: DrawBlock = ({ options, type }, drawing) => {
  const { id: _, ...settings } = options;
  drawing.notes.note('settings_dropped', `${type}: ${textOf(options['trackingId'] ?? options['pixelId']) ?? ''}`);
  drawing.add({
    type: 'emit',
    event: `analytics.${textOf(options['action'] ?? options['eventType']) ?? 'event'}`.slice(0, 128),
    data: settingsAsInput(settings, drawing.template),
  });
};

const drawHandover: DrawBlock = (_, drawing) => {
  drawing.notes.note('as_handover');
  drawing.add({ type: 'handover', to: { kind: 'human' } });
};

export const integrations: Readonly<Record<string, DrawBlock>> = {
  Webhook: drawRequest,
  Zapier: drawRequest,
  'Make.com': drawRequest,
  Pabbly: drawRequest,
  'Google Analytics': drawAnalytics,
  Pixel: drawAnalytics,
  Chatwoot: drawHandover,
  OpenAI: drawModel,
  openai: drawModel,
  anthropic: drawModel,
  mistral: drawModel,
  groq: drawModel,
  perplexity: drawModel,
  'deep-seek': drawModel,
  deepseek: drawModel,
  'together-ai': drawModel,
  'open-router': drawModel,
};
