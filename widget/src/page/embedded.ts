/** In a frame of another page: says that it is there, and asks to be closed by its button or Escape. It tells nothing else. */
export function startEmbedded(button: HTMLElement): void {
  if (parent === window) return;
  const close = () => parent.postMessage('scenarium:close', '*');
  button.hidden = false;
  button.addEventListener('click', close);
  addEventListener('keydown', ({ key, isComposing }) => {
    if (key === 'Escape' && !isComposing) close();
  });
  parent.postMessage('scenarium:ready', '*');
}
