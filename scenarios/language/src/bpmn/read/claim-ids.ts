import { isRefusedKey } from '../../load/refused-key.ts';
import { createIds } from '../ids.ts';

/** Something that wants an id: that of the XML, and the one we once gave it together with the XML id it then had. */
export interface Claim {
  xmlId: string;
  stored?: string | undefined;
  writtenAs?: string | undefined;
}

/**
 * Gives every claim an id. What we once named keeps its name, even where another tool gave it a new id in the XML; of copies the
 * original keeps it, and the others are named after the XML.
 */
export function claimIds(claims: readonly Claim[], otherwise: string): string[] {
  const ids = createIds();
  const given = new Map<Claim, string>();
  const keep = (claim: Claim) => {
    if (claim.stored === undefined || ids.has(claim.stored) || given.has(claim)) return;
    given.set(claim, ids.take(claim.stored, otherwise));
  };
  for (const claim of claims) if (claim.xmlId === (claim.writtenAs ?? claim.stored)) keep(claim);
  for (const claim of claims) keep(claim);
  return claims.map(
    (claim) => given.get(claim) ?? ids.take(isRefusedKey(claim.xmlId) ? otherwise : claim.xmlId, otherwise),
  );
}
