import type { Connection, Shape } from './services.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** What a shape looks like where nothing on it can be read; a label is not to be seen there. */
export function plainShape({ type, width, height, labelTarget }: Shape): SVGElement {
  if (labelTarget) return drawn('g', {});
  const [across, down] = [width / 2, height / 2];
  if (type.endsWith('Event')) return drawn('circle', { cx: across, cy: down, r: across });
  if (type.endsWith('Gateway'))
    return drawn('polygon', { points: `${across},0 ${width},${down} ${across},${height} 0,${down}` });
  return drawn('rect', { width, height, rx: 10 });
}

/** The same for a flow: a line without its arrow. */
export function plainFlow({ waypoints }: Connection): SVGElement {
  return drawn('path', { d: `M${waypoints.map(({ x, y }) => `${x},${y}`).join('L')}` });
}

function drawn(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.setAttribute('class', 'bpmn-plain');
  return element;
}
