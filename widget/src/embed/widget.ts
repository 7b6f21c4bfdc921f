// <script src="https://chat.example.org/widget.js" data-agent="…" async></script>
import { createBubble } from './bubble.ts';
import { embedTexts } from './texts.ts';

const script = document.currentScript;
const { agent = '', side } = script?.dataset ?? {};

if (script instanceof HTMLScriptElement && agent !== '') {
  const chat = new URL(`/chat/${encodeURIComponent(agent)}`, script.src);
  const texts = embedTexts(navigator.languages);
  const bubble = createBubble({ chat, side: side === 'left' ? 'left' : 'right', texts });
  const place = () => document.body.append(bubble);
  if (document.body) place();
  else addEventListener('DOMContentLoaded', place);
} else console.error('widget.js: name the agent, as in <script src="…/widget.js" data-agent="…">');
