// A reader that misbehaves as the text of the document says.
process.on('message', ({ bytes }: { bytes: Uint8Array }) => {
  const wish = Buffer.from(bytes).toString();
  if (wish.includes('loop')) for (;;);
  if (wish.includes('exit')) process.exit(0);
  if (wish.includes('allocate')) for (const all: unknown[] = []; ;) all.push(Array.from({ length: 1e6 }, Math.random));
  if (wish.includes('garbage')) process.send?.({ nonsense: true });
});
