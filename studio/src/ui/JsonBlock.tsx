/** A value as text, in a box that scrolls. */
export function JsonBlock({ value, label }: { value: unknown; label: string }) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return (
    <pre className="json-block" tabIndex={0} aria-label={label}>
      {text}
    </pre>
  );
}
