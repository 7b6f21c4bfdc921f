/** Goes to the first field of a part of the page. */
export function focusFirst(part: string): void {
  document.querySelector<HTMLElement>(`${part} :is(input, textarea, [contenteditable=true], button)`)?.focus();
}
