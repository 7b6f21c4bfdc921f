import { element, find } from './element.ts';
import { languageOf, textsFor } from './texts.ts';

const texts = textsFor(navigator.languages);
document.documentElement.lang = languageOf(navigator.languages);
find('#heading').textContent = texts.heading;
find('#docs').textContent = texts.docs;
find('#studio').textContent = texts.studio;

interface Agent {
  id: string;
  name: string;
  description: string;
}

const cards = await loadAgents().then(
  (agents) => (agents.length > 0 ? agents.map(card) : [element('p', {}, texts.nobody)]),
  () => [element('p', { role: 'alert' }, texts.startFailed)],
);
find('#agents').append(...cards);

async function loadAgents(): Promise<Agent[]> {
  const response = await fetch('/start.json');
  return ((await response.json()) as { agents: Agent[] }).agents;
}

function card({ id, name, description }: Agent): HTMLElement {
  return element(
    'a',
    { className: 'card', href: `/chat/${encodeURIComponent(id)}` },
    element('strong', {}, name),
    element('span', {}, description),
  );
}
