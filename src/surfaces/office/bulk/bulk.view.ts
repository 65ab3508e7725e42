import { backLink, errorSummary, notice, pageHeading, table, tag } from '#design';
import { inLocale, type Locale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import { dossierHref } from '../core/addresses.ts';
import { officerActs } from '../words/acts.ts';
import { number, type Say } from '../words/say.ts';
import type { BulkIntent } from './bulk.ts';

export interface BulkView {
  readonly say: Say;
  readonly locale: Locale;
  readonly intent: BulkIntent;
  readonly backHref: string;
  readonly from: string;
  /** Nothing was done at all, and why. */
  readonly problem: string | undefined;
  readonly outcomes: readonly { readonly code: string; readonly refusal: string | undefined }[];
}

export function bulkView(view: BulkView): { readonly title: string; readonly main: Html } {
  const { say, locale, outcomes } = view;
  const name = inLocale(officerActs[view.intent].name, locale);
  const back = backLink({ href: view.backHref, locale });
  if (view.problem !== undefined) {
    const title = say(`Lỗi: ${name} hàng loạt`, `Error: ${name}, many at once`);
    return { title, main: html`${back}${errorSummary({ errors: [{ text: view.problem }], locale })}` };
  }
  const good = outcomes.filter((each) => each.refusal === undefined).length;
  const bad = outcomes.length - good;
  const title = say(
    `${name}: ${number(good)} trên ${number(outcomes.length)} hồ sơ đã xong`,
    `${name}: ${number(good)} of ${number(outcomes.length)} done`,
  );
  const main = html`${back}${pageHeading({ title })}${
    bad > 0 &&
    notice({
      kind: 'warning',
      title: say(`${number(bad)} hồ sơ chưa làm được`, `${number(bad)} could not be done`),
      content: say('Mỗi hồ sơ có lý do bên dưới; mở từng hồ sơ để làm tiếp.', 'Each has its reason below.'),
    })
  }${table({
    id: 'ket-qua',
    caption: say('Kết quả từng hồ sơ', 'Outcome of each'),
    captionHidden: true,
    columns: [
      { text: say('Mã hồ sơ', 'Code') },
      { text: say('Kết quả', 'Outcome') },
      { text: say('Lý do', 'Why') },
    ],
    rows: [...outcomes]
      .sort((a, b) => Number(a.refusal === undefined) - Number(b.refusal === undefined))
      .map(({ code, refusal }) => [
        html`<a class="mc-code"${attributes({ href: dossierHref(code, view.from) })}>${code}</a>`,
        refusal === undefined
          ? tag({ text: say('Xong', 'Done'), tone: 'jade', icon: 'check' })
          : tag({ text: say('Chưa làm được', 'Not done'), tone: 'red' }),
        refusal ?? '',
      ]),
  })}`;
  return { title, main };
}
