import type { Act, DossierState, Due } from '#capabilities/dossiers';
import { formatTime, localDate } from '#kernel/time';
import type { Say } from '../words/say.ts';
import { dayIn, moment, workingTime } from '../words/times.ts';
import { dueDay, dueIfResumedNow, leftOf } from './due.ts';
import { stageTag } from './stage-tag.ts';
import {
  closedHead,
  type Head,
  onTime,
  owed,
  readyLines,
  type Standing,
  type StandingContext,
  since,
} from './standing-ends.ts';

export function standingOf(
  { state, acts }: { readonly state: DossierState; readonly acts: readonly Act[] },
  context: StandingContext,
): Standing {
  return { tag: stageTag(context.say, state, context.now), ...headOf(state, acts, context) };
}

function headOf(state: DossierState, acts: readonly Act[], context: StandingContext): Head {
  const { say, costs } = context;
  switch (state.stage) {
    case 'submitted':
      return answerOwed(state, context);
    case 'accepted':
    case 'in-process':
      return { ...promise(undefined, state.due, context), lines: working(state, context) };
    case 'supplement':
      return supplementHead(state, context);
    case 'financial':
      return {
        ...promise(
          say('Hẹn trả, nếu bạn nộp phí hôm nay', 'Promised for, if you pay today'),
          expected(state, context),
          context,
        ),
        lines: [
          say(`Còn phải nộp ${owed(state, costs)}.`, `Still to pay: ${owed(state, costs)}.`),
          clockStands(say),
        ],
      };
    case 'paused':
      return {
        ...promise(
          say('Hẹn trả, nếu tiếp tục hôm nay', 'Promised for, if resumed today'),
          expected(state, context),
          context,
        ),
        lines: [
          say(`Lý do tạm dừng: ${state.pause?.reason}`, `Why it is paused: ${state.pause?.reason}`),
          clockStands(say),
        ],
      };
    case 'withdrawal':
      return {
        ...since(say('Đề nghị rút từ', 'Withdrawal asked on'), state.withdrawal?.at, context),
        lines: [
          say('Thời gian giải quyết dừng lại trong lúc xét.', 'The clock stands while it is considered.'),
        ],
      };
    case 'declined':
    case 'stopped':
      return closedHead(state, acts, context);
    case 'finished':
      return {
        ...since(say('Kết quả có từ', 'Result ready since'), state.finishedAt, context),
        lines: readyLines(state, context),
      };
    case 'returned':
      return {
        ...since(say('Đã trả ngày', 'Handed over on'), state.returnedAt, context),
        lines: [onTime(state, say)],
      };
  }
}

const clockStands = (say: Say): string =>
  say('Thời gian chờ này không tính vào thời hạn.', 'This waiting time does not count.');

const expected = (state: DossierState, { calendar, now }: StandingContext): Due | undefined =>
  dueIfResumedNow(calendar, state, now);

const promised = (say: Say, { minute }: Due): string =>
  minute === null
    ? say('Hẹn trả', 'Promised for')
    : say(`Hẹn trả lúc ${formatTime(minute)}`, `Promised for ${formatTime(minute)}`);

/** Without a lead of its own the promise is told with its minute. */
function promise(lead: string | undefined, due: Due | undefined, { say, locale }: StandingContext) {
  const day = due && dueDay(due);
  if (!due || !day) return { lead: say('Ngày hẹn', 'Date'), date: say('chưa có', 'not set') };
  return { lead: lead ?? promised(say, due), date: dayIn(locale, day) };
}

function answerOwed(state: DossierState, { say, locale, now, unitName }: StandingContext): Head {
  const { answerBy } = state;
  const late = now > answerBy;
  return {
    lead: say(`Trả lời bạn trước ${formatTime(answerBy)}`, `Answer due before ${formatTime(answerBy)}`),
    date: dayIn(locale, localDate(answerBy)),
    lines: [
      say(
        `${unitName(state.receiver)} xem hồ sơ trong 8 giờ làm việc.`,
        `${unitName(state.receiver)} looks at it within 8 working hours.`,
      ),
      late
        ? say(
            'Việc trả lời đang chậm. Bạn có thể gọi số ở cuối trang.',
            'The answer is late. You can call the number below.',
          )
        : say(
            'Ngày hẹn trả có khi hồ sơ được tiếp nhận.',
            'The date of the result comes when it is received.',
          ),
    ],
  };
}

function working(state: DossierState, context: StandingContext): readonly string[] {
  const { say, calendar, now } = context;
  const left = leftOf(calendar, state, now);
  const lines: string[] = [];
  if (!left)
    lines.push(
      say(
        'Thủ tục này không có thời hạn trong danh mục quốc gia.',
        'The national list gives no time for this procedure.',
      ),
    );
  else if (left.overdue)
    lines.push(
      say(
        `Đã quá hẹn ${workingTime(say, left)}. Cơ quan vẫn phải trả kết quả cho bạn.`,
        `${workingTime(say, left)} late. The office still owes you the result.`,
      ),
    );
  else lines.push(say(`Còn ${workingTime(say, left)}.`, `${workingTime(say, left)} left.`));
  if (state.apology)
    lines.push(say(`Đã hẹn lại: ${state.apology.reason}`, `New date: ${state.apology.reason}`));
  return lines;
}

function supplementHead(state: DossierState, context: StandingContext): Head {
  const { say, calendar, now, locale } = context;
  const { supplement } = state;
  const until = supplement ? dayIn(locale, supplement.until) : '';
  if (state.acceptedAt === undefined) {
    return {
      lead:
        supplement?.sentAt === undefined
          ? say('Bổ sung trước hết ngày', 'Add it by the end of')
          : say('Đã bổ sung', 'Sent'),
      date: supplement?.sentAt === undefined ? until : dayIn(locale, localDate(supplement.sentAt)),
      lines: [
        say('Ngày hẹn trả có khi hồ sơ được tiếp nhận.', 'The date of the result comes when it is received.'),
      ],
    };
  }
  const left = leftOf(calendar, state, now);
  const rest =
    left && !left.overdue
      ? say(
          `Còn ${workingTime(say, left)} từ khi đồng hồ chạy lại.`,
          `${workingTime(say, left)} left once the clock runs again.`,
        )
      : '';
  if (supplement?.sentAt !== undefined)
    return {
      ...promise(
        say('Hẹn trả, nếu được nhận hôm nay', 'Promised for, if taken today'),
        expected(state, context),
        context,
      ),
      lines: [
        rest,
        say(
          `Bạn đã bổ sung lúc ${moment(supplement.sentAt)}.`,
          `You sent it at ${moment(supplement.sentAt)}.`,
        ),
      ].filter(Boolean),
    };
  return {
    ...promise(
      say('Hẹn trả, nếu bạn bổ sung hôm nay', 'Promised for, if you answer today'),
      expected(state, context),
      context,
    ),
    lines: [
      rest,
      say('Thời gian chờ bạn bổ sung không tính.', 'The time waiting for you does not count.'),
      say(`Hạn bổ sung: hết ${until}.`, `Answer by the end of ${until}.`),
    ].filter(Boolean),
  };
}
