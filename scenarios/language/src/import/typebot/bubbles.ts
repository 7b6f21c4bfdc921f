import { dataOf, textOf } from '../values.ts';
import type { Block } from './blocks.ts';
import type { DrawBlock, Drawing } from './drawing.ts';
import { isInput } from './inputs.ts';
import { plainText } from './texts.ts';

type Attachment = 'image' | 'audio' | 'video';

const drawText: DrawBlock = (block, drawing) => {
  const text = plainText(block.data['content']);
  if (promptOf(block.next) === text && text !== '') {
    drawing.notes.note('became_prompt');
    return drawing.stepsAside('after');
  }
  if (text === '') {
    drawing.notes.note('became_flow');
    return drawing.stepsAside('after');
  }
  drawing.add({ type: 'message', text: drawing.say(text) });
};

const drawAttachment =
  (type: Attachment): DrawBlock =>
  ({ data }, drawing) => {
    const { url, id, clickLink } = dataOf(data['content']);
    const address = textOf(url) ?? (textOf(id) ? `https://www.youtube.com/watch?v=${textOf(id)}` : undefined);
    if (!address) {
      drawing.notes.note('settings_dropped', type);
      return drawing.stepsAside('after');
    }
    if (clickLink !== undefined) drawing.notes.note('settings_dropped', 'click link');
    const isPlayed = type !== 'video' || /\.(mp4|webm|mov|ogv)(\?|$)/i.test(address);
    if (!isPlayed) return showLink(address, drawing);
    drawing.add({ type: 'message', text: drawing.say(''), attachments: [{ url: drawing.template(address), type }] });
  };

const drawEmbed: DrawBlock = ({ data }, drawing) => {
  const { url, waitForEvent } = dataOf(data['content']);
  if (dataOf(waitForEvent)['isEnabled'] === true) drawing.notes.note('settings_dropped', 'wait for event');
  showLink(textOf(url) ?? '', drawing);
};

function showLink(address: string, drawing: Drawing): void {
  drawing.notes.note('as_link', address);
  drawing.add({ type: 'message', text: drawing.say(address) });
}

/** The text before an input that no arrow parts from it: what the input asks. */
export function promptOf(block: Block | undefined): string | undefined {
  const before = block?.previous;
  if (!block || !isInput(block) || before?.type !== 'text' || before.edge) return undefined;
  return plainText(before.data['content']) || undefined;
}

export const bubbles: Readonly<Record<string, DrawBlock>> = {
  text: drawText,
  image: drawAttachment('image'),
  audio: drawAttachment('audio'),
  video: drawAttachment('video'),
  embed: drawEmbed,
};
