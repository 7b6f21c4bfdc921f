import { element } from './element.ts';
import { textsFor } from './texts.ts';

const texts = textsFor(navigator.language);
document.documentElement.lang = navigator.language;
const heading = document.getElementById('heading') as HTMLElement;
const list = document.getElementById('agents') as HTMLElement;
heading.textContent = texts.talkTo;
(document.getElementById('docs') as HTMLElement).textContent = texts.docs;

const response = await fetch('/start.json');
const { agents } = (await response.json()) as { agents: { id: string; name: string; description: string }[] };
if (agents.length === 0) list.append(element('p', {}, texts.none));
for (const { id, name, description } of agents) {
  const link = element(
    'a',
    { className: 'card', href: `/chat/${encodeURIComponent(id)}` },
    element('strong', {}, name),
    element('span', {}, description),
  );
  list.append(link);
}
