import { element, find } from './element.ts';
import { languageOf, textsFor } from './texts.ts';

const texts = textsFor(navigator.languages);
document.documentElement.lang = languageOf(navigator.languages);
find('#heading').textContent = texts.heading;
find('#docs').textContent = texts.docs;

const response = await fetch('/start.json');
const { agents } = (await response.json()) as { agents: { id: string; name: string; description: string }[] };
const cards = agents.map(({ id, name, description }) =>
  element(
    'a',
    { className: 'card', href: `/chat/${encodeURIComponent(id)}` },
    element('strong', {}, name),
    element('span', {}, description),
  ),
);
find('#agents').append(...(cards.length > 0 ? cards : [element('p', {}, texts.nobody)]));
