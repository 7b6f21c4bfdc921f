import { Slider } from 'antd';
import { percent } from './numbers.ts';
import { boundsOf, sharesOf } from './shares.ts';
import { useTexts } from './texts.ts';

interface ShareSliderProps {
  names: readonly string[];
  /** Percent for each variant; set by the form it stands in. */
  value?: readonly number[];
  onChange?(shares: number[]): void;
}

/** 100 percent shared between variants by moving where they meet. */
export function ShareSlider({ names, value = [], onChange }: ShareSliderProps) {
  const t = useTexts();
  const bounds = boundsOf(value);
  return (
    <>
      <Slider
        range
        min={0}
        max={100}
        value={bounds}
        tooltip={{ open: false }}
        ariaLabelForHandle={bounds.map(() => t('weights'))}
        onChange={(next: number[]) => onChange?.(sharesOf(next))}
      />
      <div className="shares">
        {names.map((name, at) => (
          <span key={at}>
            {name} <strong>{percent((value[at] ?? 0) / 100)}</strong>
          </span>
        ))}
      </div>
    </>
  );
}
