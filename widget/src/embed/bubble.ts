import { styles } from './styles.ts';
import type { EmbedTexts } from './texts.ts';

export interface BubbleOptions {
  /** Address of the hosted chat page. */
  chat: URL;
  side: 'left' | 'right';
  texts: EmbedTexts;
}

const ICON = 'M4 12a8 8 0 1 1 3.6 6.7L4 20l1.2-3.5A8 8 0 0 1 4 12z';

/** Puts a button into the corner of a page that opens the chat in a frame beside it. The frame is made when it is first wanted. */
export function createBubble({ chat, side, texts }: BubbleOptions): HTMLElement {
  const host = document.createElement('div');
  host.dataset.side = side;
  const root = host.attachShadow({ mode: 'open' });
  // Neither needs the page to allow inline styles.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];

  const button = Object.assign(document.createElement('button'), { type: 'button' });
  button.append(icon());
  const panel = Object.assign(document.createElement('div'), { className: 'panel', hidden: true, role: 'dialog' });
  panel.ariaLabel = texts.title;
  const frame = createFrame(chat, texts);
  root.append(panel, button);

  button.addEventListener('click', () => show(panel.hidden));
  addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source !== frame.contentWindow || origin !== chat.origin) return;
    if (data === 'scenarium:ready') ready();
    if (data === 'scenarium:close') show(false);
  });
  host.addEventListener('keydown', ({ key }) => key === 'Escape' && show(false));
  show(false);

  function show(isOpen: boolean): void {
    const wasOpen = !panel.hidden;
    panel.hidden = !isOpen;
    button.ariaExpanded = String(isOpen);
    button.ariaLabel = isOpen ? texts.close : texts.open;
    if (isOpen && !panel.firstChild) panel.append(elsewhere(chat, texts), frame);
    if (isOpen) frame.focus();
    else if (wasOpen) button.focus();
  }

  function ready(): void {
    frame.classList.add('ready');
    if (!panel.hidden) frame.focus();
  }

  return host;
}

/** The chat keeps its own storage and opens links beside itself; it can neither move nor read the page around it. */
function createFrame(chat: URL, { title }: EmbedTexts): HTMLIFrameElement {
  const frame = Object.assign(document.createElement('iframe'), { title, referrerPolicy: 'no-referrer' });
  frame.setAttribute(
    'sandbox',
    'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox',
  );
  frame.src = chat.href;
  return frame;
}

/** For a page that is not allowed to show the chat. */
function elsewhere({ href }: URL, texts: EmbedTexts): HTMLAnchorElement {
  const link = Object.assign(document.createElement('a'), { href, target: '_blank', rel: 'noopener noreferrer' });
  link.textContent = texts.elsewhere;
  return link;
}

function icon(): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.ariaHidden = 'true';
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', ICON);
  svg.append(path);
  return svg;
}
