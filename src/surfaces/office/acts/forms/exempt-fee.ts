import { radios } from '#design';
import { isUuid } from '#kernel/ids';
import { done, refused } from '#kernel/outcome';
import { formatDateTime } from '#kernel/time';
import { type Hole, html } from '#platform/html';
import type { Opened } from '../../dossier/open.ts';
import { papersInOrder, sourceInWords } from '../../dossier/papers.view.ts';
import { type ActForm, type FormView, many, text } from '../act-form.ts';
import { line, openFeeBoxes } from './fees.ts';

const onlyShown = 'chi-xuat-trinh';

const standing = (opened: Opened) => papersInOrder(opened).filter((paper) => paper.replaced_by === null);

/** The papers of the dossier to choose from, and the choice of none of them. */
function paperChoice({ opened, typed, error }: FormView): Hole {
  const { say, locale } = opened;
  const papers = standing(opened);
  if (papers.length === 0) return undefined;
  return radios({
    name: 'giay',
    label: say('Giấy tờ của hồ sơ chứng minh', 'Paper of the dossier that proves it'),
    value: text(typed, 'giay'),
    error: error('giay'),
    options: [
      ...papers.map((paper) => ({
        value: paper.id,
        text: paper.title,
        hint: `${sourceInWords(paper.source, opened)} · ${formatDateTime(paper.added_at)}`,
      })),
      {
        value: onlyShown,
        text: say('Không có trong hồ sơ, chỉ xuất trình', 'None of them: it was only shown'),
      },
    ],
    locale,
  });
}

/** No fee is forgiven without its ground and something that proves it: a paper of the dossier, or the name of one that was shown. */
export const exemptFee: ActForm = {
  lead: ({ say }) =>
    say(
      'Miễn phí phải có căn cứ và giấy tờ chứng minh; người nộp thấy cả hai.',
      'An exemption needs its ground and a paper that proves it; the person sees both.',
    ),
  fields: (view) => {
    const { say } = view.opened;
    return html`${openFeeBoxes(view)}${line(
      view,
      'can-cu',
      say('Căn cứ miễn', 'Ground'),
      say('Ví dụ: Nghị quyết 12/2025/NQ-HĐND, Điều 3.', 'Such as Resolution 12/2025/NQ-HĐND, article 3.'),
    )}${paperChoice(view)}${line(
      view,
      'chung-minh',
      say('Giấy tờ chỉ xuất trình', 'Paper that was only shown'),
      say(
        'Tên, số và ngày. Ví dụ: Giấy chứng nhận hộ nghèo số 15, ngày 02/01/2026.',
        'Name, number and day. Such as certificate of a poor household no. 15, 02/01/2026.',
      ),
    )}`;
  },
  input: ({ typed, opened }) => {
    const ground = text(typed, 'can-cu').trim();
    const shown = text(typed, 'chung-minh').trim();
    const chosen = text(typed, 'giay');
    const paper = isUuid(chosen) ? chosen : '';
    const nothing = paper === '' && shown === '';
    // Where a paper can be chosen, that is where the eye should go first.
    if (ground !== '' && nothing)
      return refused({
        code: 'proof-missing',
        field: chosen === onlyShown || standing(opened).length === 0 ? 'chung-minh' : 'giay',
      });
    return done({ fees: many(typed, 'khoan'), ground, paper, shown });
  },
  controls: {
    fees: 'khoan',
    ground: 'can-cu',
    paper: 'giay',
    shown: 'chung-minh',
    'fee-not-owed': 'khoan',
    'payment-under-way': 'khoan',
  },
};
