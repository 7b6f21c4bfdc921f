import type Canvas from 'diagram-js/lib/core/Canvas';

/** Room at the sides: the palette stands at the left. */
const LEFT = 120;
const MARGIN = 48;

/** Shows the whole diagram beside the palette, at most at its own size. */
export function fit(canvas: Canvas): void {
  const { inner, outer } = canvas.viewbox();
  const scale = Math.min(
    1,
    Math.max(100, outer.width - LEFT - MARGIN) / Math.max(1, inner.width),
    Math.max(100, outer.height - 2 * MARGIN) / Math.max(1, inner.height),
  );
  const [width, height] = [outer.width / scale, outer.height / scale];
  const free = outer.width - LEFT - MARGIN - inner.width * scale;
  canvas.viewbox({
    x: inner.x - (LEFT + Math.max(0, free) / 2) / scale,
    y: inner.y - (height - inner.height) / 2,
    width,
    height,
  });
}
