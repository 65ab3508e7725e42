import type { WorkingCalendar } from '#capabilities/calendar';
import { type Act, type Costs, type DossierState, openFees } from '#capabilities/dossiers';
import type { TagProps } from '#design';
import type { UnitId } from '#kernel/ids';
import { asDong, formatDong } from '#kernel/money';
import type { Locale } from '#kernel/text';
import { formatDate, type Instant, localDate } from '#kernel/time';
import type { Say } from '../words/say.ts';
import { dayIn } from '../words/times.ts';
import { dueDay } from './due.ts';

/** What stands at the head of tracking: the state, then the date in large type, then what it means. */
export interface Standing {
  readonly tag: TagProps;
  readonly lead: string;
  readonly date: string;
  readonly lines: readonly string[];
}

export interface StandingContext {
  readonly say: Say;
  readonly locale: Locale;
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly costs: Costs;
  readonly unitName: (id: UnitId) => string;
}

export type Head = Omit<Standing, 'tag'>;

export const since = (lead: string, at: Instant | undefined, { locale, say }: StandingContext) => ({
  lead,
  date: at === undefined ? say('chưa rõ', 'unknown') : dayIn(locale, localDate(at)),
});

export const owed = (state: DossierState, costs: Costs): string =>
  formatDong(asDong(costs(openFees(state).map(({ id }) => id))));

/** Declined or stopped: why, and that a new dossier may be filed. */
export function closedHead(state: DossierState, acts: readonly Act[], context: StandingContext): Head {
  const { say } = context;
  const end = acts.findLast((act) => act.kind === 'declined' || act.kind === 'stopped');
  const reason = state.closing?.reason ?? '';
  const lead =
    state.stage === 'declined' ? say('Trả lời ngày', 'Answered on') : say('Dừng ngày', 'Stopped on');
  return {
    ...since(lead, end?.at, context),
    lines: [
      ...(reason ? [say(`Lý do: ${reason}`, `Why: ${reason}`)] : []),
      say('Bạn có thể nộp lại hồ sơ mới bất cứ lúc nào.', 'You may file anew at any time.'),
    ],
  };
}

/** Where the result waits, and what is to be paid before. */
export function readyLines(
  state: DossierState,
  { say, unitName, costs }: Pick<StandingContext, 'say' | 'unitName' | 'costs'>,
): readonly string[] {
  const where = {
    counter: say(
      `Mời bạn đến ${unitName(state.receiver)} nhận kết quả.`,
      `Please fetch the result at ${unitName(state.receiver)}.`,
    ),
    post: say(
      'Kết quả được gửi qua bưu chính tới địa chỉ bạn đã ghi.',
      'The result goes by post to the address you gave.',
    ),
    electronic: say(
      'Bản điện tử sẽ vào mục Giấy tờ của bạn.',
      'The electronic copy will come under My papers.',
    ),
  }[state.delivery];
  return openFees(state).length === 0
    ? [where]
    : [
        where,
        say(`Cần nộp ${owed(state, costs)} trước khi nhận.`, `Please pay ${owed(state, costs)} first.`),
      ];
}

/** Early, on the day or late, by dates alone (DOMAIN §2.7). */
export function onTime(state: DossierState, say: Say): string {
  const day = state.due && dueDay(state.due);
  if (!day || state.finishedAt === undefined) return say('Cảm ơn bạn đã chờ.', 'Thank you for waiting.');
  const done = localDate(state.finishedAt);
  if (done < day)
    return say(`Xong sớm hơn ngày hẹn ${formatDate(day)}.`, `Done before the promised ${formatDate(day)}.`);
  return done === day
    ? say('Xong đúng ngày hẹn.', 'Done on the promised day.')
    : say(`Xong sau ngày hẹn ${formatDate(day)}.`, `Done after the promised ${formatDate(day)}.`);
}
