import { backLink, button, errorSummary, notice, pageHeading, table, tag, textInput } from '#design';
import { inLocale, type Locale } from '#kernel/text';
import { attributes, type Hole, type Html, html } from '#platform/html';
import { dossierHref } from '../core/addresses.ts';
import { officerActs } from '../words/acts.ts';
import { number, type Say } from '../words/say.ts';
import { type Step, stepText } from './bulk.ts';
import type { BulkIntent } from './intents.ts';

/** What became of a dossier: nothing when it was done, else why not. */
export interface Told {
  readonly code: string;
  readonly refusal?: string | undefined;
}

export interface BulkView {
  readonly say: Say;
  readonly locale: Locale;
  readonly intent: BulkIntent;
  readonly backHref: string;
  readonly from: string;
  /** Nothing was done at all, and why. */
  readonly problem: string | undefined;
  readonly outcomes: readonly Told[];
  /** What these acts can be taken back by; empty when there is nothing, or when this was the taking back. */
  readonly undo?: {
    readonly steps: readonly Step[];
    readonly hidden: Html;
    readonly error?: string | undefined;
  };
  readonly undone?: boolean;
}

export const undoPath = '/mot-cua/hang-loat/hoan-tac';

export function bulkView(view: BulkView): { readonly title: string; readonly main: Html } {
  const { say, locale, outcomes } = view;
  const act = inLocale(officerActs[view.intent].name, locale);
  const name = view.undone ? say(`Hoàn tác “${act}”`, `Undo “${act}”`) : act;
  const back = backLink({ href: view.backHref, locale });
  if (view.problem !== undefined) {
    const title = say(`Lỗi: ${name} hàng loạt`, `Error: ${name}, many at once`);
    return {
      title,
      main: html`${back}${errorSummary({
        errors: [{ text: view.problem, ...(view.undo ? { target: 'ly-do' } : {}) }],
        locale,
      })}${undoForm(view)}`,
    };
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
  }${undoForm(view)}${table({
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

/** Stands on the page of outcomes; after the time the command refuses it with a sentence. */
function undoForm({ say, locale, undo, intent, from }: BulkView): Hole {
  if (!undo || undo.steps.length === 0) return undefined;
  const hiddenField = (name: string, value: string) =>
    html`<input type="hidden"${attributes({ name, value })}>`;
  return html`<form class="mc-card mc-stack" method="post" novalidate${attributes({ action: undoPath })}>${textInput(
    {
      id: 'ly-do',
      name: 'ly-do',
      label: say('Bấm nhầm? Lý do hoàn tác', 'A slip? Reason for undoing'),
      hint: say(
        'Làm được trong ít nhất 10 giây, khi chưa ai làm tiếp.',
        'For at least 10 seconds, while nobody has gone on.',
      ),
      value:
        undo.error === undefined
          ? say('Bấm nhầm khi làm hàng loạt.', 'A slip while doing many at once.')
          : '',
      error: undo.error,
      locale,
    },
  )}${button({
    text: say(`Hoàn tác ${number(undo.steps.length)} hồ sơ`, `Undo ${number(undo.steps.length)}`),
    kind: 'secondary',
    key: 'Z',
  })}${undo.hidden}${hiddenField('lam', intent)}${hiddenField('tu', from)}${undo.steps.map((step) =>
    hiddenField('viec', stepText(step)),
  )}</form>`;
}
