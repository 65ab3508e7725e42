import type { CheckedResult, ResultSignatures } from '#capabilities/results';
import type { TagProps, VerdictProps } from '#design';

type State = CheckedResult['state'];
type Say = (vi: string, en: string) => string;

/** Colour and icon of what became of a result; the words are said beside them. */
export const resultLooks: Readonly<Record<State, Pick<VerdictProps, 'tone' | 'icon'>>> = {
  valid: { tone: 'jade', icon: 'check' },
  replaced: { tone: 'amber', icon: 'warning' },
  revoked: { tone: 'red', icon: 'error' },
  expired: { tone: 'grey', icon: 'clock' },
};

/** What became of a result, beside it in a list. */
export const resultTag = (say: Say, state: State): TagProps => ({
  ...resultLooks[state],
  text: {
    valid: say('còn giá trị', 'valid'),
    replaced: say('đã thay bằng bản khác', 'replaced'),
    revoked: say('đã thu hồi', 'revoked'),
    expired: say('hết hạn', 'expired'),
  }[state],
});

/** What a signature on a result stands for. */
export const signatureRole = (say: Say, role: ResultSignatures[number]['role']): string =>
  ({
    leader: say('Chữ ký người có thẩm quyền', 'Signature of the one in charge'),
    number: say('Chữ ký văn thư', 'Signature of the clerk'),
    seal: say('Con dấu cơ quan', 'Seal of the agency'),
  })[role];
