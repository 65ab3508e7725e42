import { type DossierState, openFees } from '#capabilities/dossiers';
import { payPath } from '../payment/paths.ts';
import { inSentence, type Say } from '../words/say.ts';
import { draftWaits } from './stage-tag.ts';

export interface NextAction {
  readonly text: string;
  readonly href: string;
  /** Whoever has the address may do it, signed in or not. */
  readonly forAll?: boolean;
}

export const addressOf = (code: string, rest = ''): string =>
  `/cua-toi/ho-so/${encodeURIComponent(code)}${rest}`;

/**
 * The one thing the person is asked to do now; undefined when it is the office's turn.
 * @param bill payment code of what is owed; without it the way to pay leads over the dossier's own page.
 */
export function nextAction(
  say: Say,
  code: string,
  state: DossierState,
  bill?: string,
): NextAction | undefined {
  const { stage, supplement } = state;
  if (stage === 'supplement' && supplement && supplement.sentAt === undefined) {
    const [only] = supplement.papers;
    const text =
      supplement.papers.length === 1 && only && only.title.length <= 40
        ? say(`Bổ sung ${inSentence(only.title)}`, `Add ${inSentence(only.title)}`)
        : say(`Bổ sung ${supplement.papers.length} giấy tờ`, `Add ${supplement.papers.length} papers`);
    return { text, href: addressOf(code, '/bo-sung') };
  }
  if (draftWaits(state))
    return { text: say('Xem bản dự thảo', 'Check the draft'), href: addressOf(code, '/du-thao') };
  if ((stage === 'financial' || stage === 'finished') && openFees(state).length > 0)
    return bill
      ? { text: say('Trả phí, lệ phí', 'Pay the fees'), href: payPath(bill), forAll: true }
      : { text: say('Xem khoản phải nộp', 'See what is owed'), href: addressOf(code, '#phi') };
  if (stage === 'returned' && state.result)
    return { text: say('Tải kết quả', 'Download the result'), href: addressOf(code, '/giay/ket-qua') };
  return undefined;
}
