import { Temporal } from 'temporal-polyfill';

const MORNING = Temporal.PlainTime.from('09:00');
const FRIDAY = 5;

/** The next 9:00 of a Monday to Friday where the scenario is, in milliseconds since the epoch. */
export function nextWorkingMorning(now: number, timezone: string): number {
  let day = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone).toPlainDate();
  for (;;) {
    const morning = day.toZonedDateTime({ timeZone: timezone, plainTime: MORNING }).epochMilliseconds;
    if (morning > now && day.dayOfWeek <= FRIDAY) return morning;
    day = day.add({ days: 1 });
  }
}
