/** The sign of the product: a path with two branches. */
export function Logo({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden fill="none" stroke="currentColor" strokeWidth="2.2">
      <circle cx="5" cy="12" r="2.6" fill="currentColor" />
      <circle cx="19" cy="6" r="2.6" />
      <circle cx="19" cy="18" r="2.6" />
      <path d="M7.6 12h2.4c3 0 3-6 6.4-6M10 12c3 0 3 6 6.4 6" />
    </svg>
  );
}
