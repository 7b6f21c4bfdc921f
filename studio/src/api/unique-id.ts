/** An id that nothing else has; also on pages without encryption, where `crypto.randomUUID` is not there. */
export function uniqueId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
