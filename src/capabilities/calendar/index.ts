export { buildCalendar, type WorkingCalendar } from './calendar.ts';
export {
  checkHours,
  type DayNumber,
  type Hours,
  type Interval,
  type LocalMinute,
  officeHours,
  policeReceptionHours,
} from './hours.ts';
export {
  addWorkingMinutes,
  closingOf,
  covers,
  dayOfMinute,
  instantOf,
  isKnown,
  isWorkingDay,
  midnightOf,
  minuteOf,
  nextOpen,
  workingDayAfter,
  workingMinutesBetween,
} from './lookups.ts';
export { type NoticeKind, noticeKinds, parseHolidayTable, type SpecialDay } from './special-days.ts';
export {
  type Calendars,
  type Edition,
  openCalendars,
  type UnitHours,
} from './store/calendars.ts';
export { type EditionContent, editionContent } from './store/content.ts';
export {
  type NewEdition,
  permissions as calendarPermissions,
  publishEdition,
} from './store/publish-edition.ts';
