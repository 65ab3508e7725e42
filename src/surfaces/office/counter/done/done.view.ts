import { bigDate, buttonGroup, buttonLink, card, notice, pageHeading, summaryList } from '#design';
import { inLocale, type Locale, type LocalText } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import { actHref, dossierHref } from '../../core/addresses.ts';
import { officerActs } from '../../words/acts.ts';
import type { Say } from '../../words/say.ts';
import { counterHome, sheetHref } from '../addresses.ts';

export interface DoneView {
  readonly say: Say;
  readonly locale: Locale;
  readonly code: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly ownerName: string;
  /** In words; absent where no date is promised. */
  readonly due: string | undefined;
  readonly competent: string;
  /** Sum still owed, in words. */
  readonly owed: string | undefined;
  /** Scans that bear no signature yet, and why not where the reason is known. */
  readonly scans: { readonly open: number; readonly why: string | undefined };
  readonly prints: readonly { readonly name: string; readonly title: LocalText }[];
}

export function doneView(view: DoneView): Html {
  const { say, code } = view;
  const prints = view.prints.map(({ name, title }, i) =>
    buttonLink({
      text: say(`In ${inLocale(title, 'vi').toLocaleLowerCase('vi')}`, `Print ${inLocale(title, 'en')}`),
      href: `${dossierHref(code)}/in/${name}`,
      icon: 'printer',
      ...(i === 0 ? { key: 'P' } : {}),
    }),
  );
  const next = buttonLink({
    text: say('Nhận người tiếp theo', 'Next person'),
    href: counterHome,
    kind: 'primary',
    key: 'T',
  });
  const same = buttonLink({
    text: say('Nhận thêm hồ sơ cùng thủ tục', 'Another of this procedure'),
    href: sheetHref(view.procedureCode),
    key: 'L',
  });
  return html`${pageHeading({
    title: say('Đã tiếp nhận hồ sơ', 'The dossier is received'),
    beside: html`<span class="mc-code">${code}</span>`,
  })}${
    view.owed !== undefined &&
    notice({
      kind: 'warning',
      title: say(`Còn nợ ${view.owed}`, `Still owed: ${view.owed}`),
      content: say('Ghi số biên lai ở trang hồ sơ khi đã thu.', 'Note the receipt on the dossier when paid.'),
    })
  }${view.scans.open > 0 && unsigned(view)}${
    view.due === undefined
      ? html`<p>${say('Thủ tục này không hẹn ngày trả.', 'No date is promised.')}</p>`
      : bigDate({ lead: say('Hẹn trả kết quả', 'Result promised for'), date: view.due })
  }${card({
    content: summaryList({
      rows: [
        { label: say('Mã hồ sơ', 'Code'), value: html`<strong class="mc-code">${code}</strong>` },
        { label: say('Thủ tục', 'Procedure'), value: view.procedureName },
        { label: say('Chủ hồ sơ', 'Owner'), value: view.ownerName },
        { label: say('Cơ quan giải quyết', 'Decides'), value: view.competent },
      ],
    }),
  })}${buttonGroup([...prints, next, same, buttonLink({ text: say('Mở hồ sơ', 'Open'), href: dossierHref(code), key: 'O' })])}`;
}

/** The walk-in is over; the papers may still lie at the counter, so this is the moment to compare. */
const unsigned = ({ say, code, scans: { open, why } }: DoneView): Html =>
  notice({
    kind: why === undefined ? 'inset' : 'warning',
    ...(why !== undefined && { title: say('Bản quét chưa ký số được', 'The scans could not be signed') }),
    content: html`${why} ${say(`${open} bản quét chờ đối chiếu và ký số.`, `${open} scans wait to be compared and signed.`)} <a${attributes(
      { href: actHref(code, officerActs['sign-scans'].slug) },
    )}>${say('Đối chiếu và ký', 'Compare and sign')}</a>`,
  });
