// A reader that misbehaves as the text of the document says.
process.on('message', ({ bytes }: { bytes: Uint8Array }) => {
  const wish = Buffer.from(bytes).toString();
  if (wish.includes('loop')) for (;;);
  if (wish.includes('exit')) process.exit(0);
  if (wish.includes('allocate')) for (const all: unknown[] = []; ;) all.push(Array.from({ length: 1e6 }, Math.random));
  // Beside the heap, and never more than 1.5 GB.
  if (wish.includes('hoard')) Array.from({ length: 30 }, () => Buffer.alloc(50_000_000, 1));
  if (wish.includes('garbage') || wish.includes('hoard')) process.send?.({ nonsense: true });
});
