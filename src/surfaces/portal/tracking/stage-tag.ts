import type { DossierState } from '#capabilities/dossiers';
import type { TagProps } from '#design';
import type { Instant } from '#kernel/time';
import type { Say } from '../words/say.ts';
import { dueInstant } from './due.ts';

/** The state of a dossier as its owner would say it: first what waits for the person, then what is late. */
export function stageTag(say: Say, state: DossierState, now: Instant): TagProps {
  switch (state.stage) {
    case 'submitted':
      return {
        text: say('Đã nộp, chờ tiếp nhận', 'Filed, waiting to be received'),
        tone: 'blue',
        icon: 'clock',
      };
    case 'accepted':
    case 'in-process':
      return workingTag(say, state, now);
    case 'supplement':
      return supplementTag(say, state);
    case 'financial':
      return { text: say('Chờ bạn nộp phí', 'Waiting for your payment'), tone: 'amber' };
    case 'paused':
      return { text: say('Đang tạm dừng', 'Paused'), tone: 'grey', icon: 'pause' };
    case 'withdrawal':
      return { text: say('Đang xét rút hồ sơ', 'Withdrawal asked for'), tone: 'grey', icon: 'pause' };
    case 'declined':
      return { text: say('Không được tiếp nhận', 'Not received'), tone: 'red' };
    case 'stopped':
      return { text: say('Đã dừng giải quyết', 'Stopped'), tone: 'grey', icon: 'pause' };
    case 'finished':
      return { text: say('Đã có kết quả', 'Result is ready'), tone: 'jade', icon: 'check' };
    case 'returned':
      return { text: say('Đã trả kết quả', 'Result handed over'), tone: 'jade', icon: 'check' };
  }
}

/** The person is shown the draft and has not yet said anything about it. */
export const draftWaits = ({ stage, result }: DossierState): boolean =>
  stage === 'in-process' &&
  result?.shown !== undefined &&
  result.confirmed === undefined &&
  result.disputed === undefined;

function workingTag(say: Say, state: DossierState, now: Instant): TagProps {
  if (draftWaits(state)) return { text: say('Chờ bạn xem dự thảo', 'Please check the draft'), tone: 'amber' };
  const due = dueInstant(state);
  if (due !== undefined && now > due) return { text: say('Quá ngày hẹn', 'Past its date'), tone: 'red' };
  return { text: say('Đang giải quyết', 'Being processed'), tone: 'jade', icon: 'dot' };
}

function supplementTag(say: Say, { supplement }: DossierState): TagProps {
  if (supplement?.sentAt !== undefined)
    return { text: say('Đang kiểm tra phần bổ sung', 'Checking what you sent'), tone: 'blue', icon: 'clock' };
  const count = supplement?.papers.length ?? 0;
  return {
    text: say(
      `Chờ bạn bổ sung ${count} giấy tờ`,
      `Waiting for ${count} paper${count === 1 ? '' : 's'} from you`,
    ),
    tone: 'amber',
  };
}
