import { readsOf, checkExpression } from '../../expressions/check.ts';
import { isRefusedKey } from '../../load/refused-key.ts';
import { VariableName } from '../../document/names.ts';

/**
 * The condition of another tool (`${amount > 10}` of JUEL, `= amount > 10` of FEEL) in our language, and the variables it reads;
 * undefined where it is none of ours. Only what means the same in both is taken.
 */
export function readCondition(text: string): { when: string; reads: string[] } | undefined {
  const inner = unwrapped(text.trim());
  if (inner === '' || inner.length > 2_000) return undefined;
  const when = inner === 'true' || inner === 'false' ? inner : compared(inner);
  const reads = readsOf(when);
  const variables = Object.fromEntries(reads.map((name) => [name, 'any' as const]));
  const readable = checkExpression(when, { variables, expected: 'boolean' }).ok;
  const named = reads.every((name) => VariableName.safeParse(name).success && !isRefusedKey(name));
  return readable && named ? { when, reads } : undefined;
}

function unwrapped(text: string): string {
  const juel = /^[$#]\{([^{}]*)\}$/.exec(text);
  if (juel) return (juel[1] as string).trim();
  return text.startsWith('=') ? text.slice(1).trim() : text;
}

/** FEEL compares with one `=` and joins by words. Texts in quotes are left alone. */
function compared(text: string): string {
  return text
    .split(/("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/)
    .map((part, i) =>
      i % 2 === 1
        ? part
        : part
            .replace(/(?<![=!<>])=(?!=)/g, '==')
            .replace(/\band\b/g, '&&')
            .replace(/\bor\b/g, '||'),
    )
    .join('');
}
