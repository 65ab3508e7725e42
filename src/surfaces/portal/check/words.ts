import type { CheckedResult } from '#capabilities/results';
import type { TagProps, VerdictProps } from '#design';
import type { Say } from '../words/say.ts';

type State = CheckedResult['state'];
type Tone = Pick<VerdictProps, 'tone' | 'icon'>;

const looks: Readonly<Record<State, Tone>> = {
  valid: { tone: 'jade', icon: 'check' },
  replaced: { tone: 'amber', icon: 'warning' },
  revoked: { tone: 'red', icon: 'error' },
  expired: { tone: 'grey', icon: 'clock' },
};
export const lookOf = (state: State): Tone => looks[state];

/** The answer, whole: it is read alone. */
export const stateSentence = (say: Say, state: State): string =>
  ({
    valid: say('Kết quả này còn giá trị', 'This result is valid'),
    replaced: say('Kết quả này đã thay bằng bản khác', 'This result was replaced by another'),
    revoked: say('Kết quả này đã thu hồi', 'This result was revoked'),
    expired: say('Kết quả này hết hạn', 'This result has expired'),
  })[state];

/** The same beside a paper in a list. */
export const stateTag = (say: Say, state: State): TagProps => ({
  ...looks[state],
  text: {
    valid: say('còn giá trị', 'valid'),
    replaced: say('đã thay bằng bản khác', 'replaced'),
    revoked: say('đã thu hồi', 'revoked'),
    expired: say('hết hạn', 'expired'),
  }[state],
});

export const roleOf = (say: Say, role: 'leader' | 'number' | 'seal'): string =>
  ({
    leader: say('Chữ ký người có thẩm quyền', 'Signature of the one in charge'),
    number: say('Chữ ký văn thư', 'Signature of the clerk'),
    seal: say('Con dấu cơ quan', 'Seal of the agency'),
  })[role];
