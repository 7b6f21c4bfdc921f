import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVault } from './vault.ts';

const keys = (fill: number) => () => new Uint8Array(32).fill(fill);

describe('vault', () => {
  it('given any text, then it comes back for its own context alone, and never stands in what is kept', () => {
    const vault = createVault(keys(1));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 8 }), fc.string(), (text, context) => {
        const sealed = vault.seal(text, context);
        expect(vault.open(sealed, context)).toBe(text);
        expect(sealed).not.toContain(text);
        expect(() => vault.open(sealed, `${context}x`)).toThrow('damaged');
      }),
    );
  });

  it('given the same text twice, then it looks different each time', () => {
    const vault = createVault(keys(1));
    expect(vault.seal('sk-1', 'a')).not.toBe(vault.seal('sk-1', 'a'));
  });

  it('given one changed character anywhere, then it is refused', () => {
    const vault = createVault(keys(1));
    const sealed = vault.seal('secret', 'a');
    for (let i = 0; i < sealed.length - 1; i += 1) {
      const changed = sealed.slice(0, i) + (sealed[i] === 'A' ? 'B' : 'A') + sealed.slice(i + 1);
      expect(() => vault.open(changed, 'a')).toThrow();
    }
  });

  it('given a new key, then what the previous one sealed is read and known as old, and nothing without it', () => {
    const sealed = createVault(keys(1)).seal('secret', 'a');
    const rotated = createVault(keys(2), keys(1));
    expect(rotated.open(sealed, 'a')).toBe('secret');
    expect(rotated.isOld(sealed)).toBe(true);
    expect(rotated.isOld(rotated.seal('secret', 'a'))).toBe(false);
    expect(() => createVault(keys(2)).open(sealed, 'a')).toThrow('another key');
  });
});
