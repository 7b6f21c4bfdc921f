/** `Weight: up to 5 kg; Price: 300` for every row below the first. */
export function tableLines([names = [], ...rows]: string[][]): string[] {
  if (rows.length === 0) return names.length > 0 ? [names.join('; ')] : [];
  return rows
    .map((row) =>
      row
        .map((cell, i) => (cell && names[i] && names[i] !== cell ? `${names[i]}: ${cell}` : cell))
        .filter(Boolean)
        .join('; '),
    )
    .filter(Boolean);
}
