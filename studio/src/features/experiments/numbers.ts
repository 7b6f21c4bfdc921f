import { currentLanguage } from '../../i18n/i18n.ts';

/** 0.053 → `5.3 %` */
export function percent(share: number): string {
  return share.toLocaleString(currentLanguage(), { style: 'percent', maximumFractionDigits: 1 });
}

/** A difference of shares in points: 0.053 → `+5.3`. */
export function points(share: number, signed = true): string {
  return (share * 100).toLocaleString(currentLanguage(), {
    maximumFractionDigits: 1,
    signDisplay: signed ? 'exceptZero' : 'auto',
  });
}
