import './experiments.css';

export interface IntervalRow {
  id: string;
  label: string;
  low: number;
  value: number;
  high: number;
  /** The row in words, for those who cannot see it. */
  words: string;
  tone?: 'good' | 'bad' | undefined;
}

interface IntervalChartProps {
  title: string;
  rows: readonly IntervalRow[];
  /** A line at 0, and the band of differences that do not matter. */
  band?: number;
  format(value: number): string;
}

/** Estimates with their intervals on one scale. */
export function IntervalChart({ title, rows, band, format }: IntervalChartProps) {
  const ends = rows.flatMap(({ low, high }) => [low, high]);
  const { from, step, ticks } = scaleOf(
    Math.min(...ends, ...(band === undefined ? [] : [-band])),
    Math.max(...ends, ...(band === undefined ? [] : [band])),
  );
  const x = (value: number): string => `${((value - from) / (step * (ticks.length - 1))) * 100}%`;
  return (
    <figure className="intervals">
      <figcaption>{title}</figcaption>
      {rows.map(({ id, label, low, value, high, words, tone = '' }) => (
        <div key={id} className="intervals-row">
          <span className="clamp">{label}</span>
          <svg role="img" aria-label={words}>
            {band !== undefined && <rect className="band" x={x(-band)} width={width(2 * band)} y="0" height="100%" />}
            {ticks.map((tick) => (
              <line
                key={tick}
                className={tick === 0 && band !== undefined ? 'zero' : 'tick'}
                x1={x(tick)}
                x2={x(tick)}
                y1="0"
                y2="100%"
              />
            ))}
            <line className={`range ${tone}`} x1={x(low)} x2={x(high)} y1="50%" y2="50%" />
            <circle className={tone} cx={x(value)} cy="50%" r="5" />
          </svg>
          <span className="intervals-value">{format(value)}</span>
        </div>
      ))}
      <div className="intervals-row" aria-hidden>
        <span />
        <div className="intervals-axis">
          {ticks.map((tick) => (
            <span key={tick} style={{ left: x(tick) }}>
              {format(tick)}
            </span>
          ))}
        </div>
        <span />
      </div>
    </figure>
  );

  function width(span: number): string {
    return `${(span / (step * (ticks.length - 1))) * 100}%`;
  }
}

/** About four round ticks that hold everything between `low` and `high`. */
function scaleOf(low: number, high: number): { from: number; step: number; ticks: number[] } {
  const rough = Math.max(high - low, 0.01) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return {
    from: first * step,
    step,
    ticks: Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step),
  };
}
