import { type OfficialStep, officialColumns, type PlannedRow, type RowFault } from '#capabilities/identity';
import type { UnitDirectory } from '#capabilities/organisations';
import { inLocale, type Locale, type LocalText } from '#kernel/text';
import { formatDateTime, type Instant } from '#kernel/time';
import { roleTitles } from '#surfaces/shared';
import { sayIn } from '../core/say.ts';
import { sentenceFor } from '../sentences.ts';

/** `Cột Thư điện tử: Hãy ghi thư điện tử, như ten@angiang.gov.vn.` */
export function faultInWords({ code, column, details }: RowFault, locale: Locale): string {
  const sentence = sentenceFor({ code, ...(details && { details }) }, locale);
  if (column === undefined) return sentence;
  return `${sayIn(locale)('Cột', 'Column')} ${inLocale(officialColumns[column], locale)}: ${sentence}`;
}

const fieldNames: Readonly<Record<string, LocalText>> = officialColumns;

/** One thing that taking the row does, in a few words. */
export function stepInWords(
  step: OfficialStep,
  directory: UnitDirectory,
  locale: Locale,
  now: Instant,
): string {
  const say = sayIn(locale);
  const role = (name: string): string => {
    const known: Readonly<Record<string, LocalText>> = roleTitles;
    return inLocale(known[name] ?? { vi: name }, locale);
  };
  const unit = (id: Parameters<UnitDirectory['byId']>[0]): string => directory.byId(id)?.shortName ?? '';
  const when = (vi: string, en: string, at: Instant): string =>
    at > now ? ` ${say(vi, en)} ${formatDateTime(at)}` : '';
  switch (step.does) {
    case 'add':
      return say('Tài khoản mới', 'New account');
    case 'reopen':
      return say('Mở lại tài khoản', 'Account opened again');
    case 'know':
      return say('Ghi số định danh vào tài khoản', 'Personal number added to the account');
    case 'change':
      return `${say('Sửa', 'Changed')}: ${step.fields.map((field) => inLocale(fieldNames[field] ?? { vi: field }, locale)).join(', ')}`;
    case 'give':
      return `${say('Giao', 'Gives')} ${role(step.role)}, ${unit(step.unit)}${when('từ', 'from', step.from)}${step.until === null ? '' : when('đến', 'until', step.until)}`;
    case 'date':
      return `${role(step.role)}, ${unit(step.unit)}: ${say('đến', 'until')} ${step.until === null ? say('không hạn', 'open') : formatDateTime(step.until)}`;
    case 'end':
      return `${say('Thôi', 'Ends')} ${role(step.role)}, ${unit(step.unit)}${when('lúc', 'at', step.at)}`;
  }
}

export type RowKind = 'refused' | 'new' | 'changed' | 'same';
/** What becomes of a row, in one word. */
export const kindOf = ({ faults, steps }: PlannedRow): RowKind =>
  faults.length > 0
    ? 'refused'
    : steps.some(({ does }) => does === 'add')
      ? 'new'
      : steps.length > 0
        ? 'changed'
        : 'same';
