import type { Act } from '#capabilities/dossiers';
import { backLink, button, errorSummary, notice, pageHeading, splitView, table } from '#design';
import { inLocale } from '#kernel/text';
import { formatDateTime } from '#kernel/time';
import { attributes, type Hole, type Html, html } from '#platform/html';
import { actInWords, actorInWords } from '#surfaces/shared';
import type { Opened } from '../dossier/open.ts';
import { chosenPaper, paperSide } from '../dossier/papers.view.ts';
import { type OfficerIntent, officerActs } from '../words/acts.ts';
import type { ActForm, FormView } from './act-form.ts';

export interface ActPageView {
  readonly form: ActForm;
  readonly intent: OfficerIntent;
  readonly opened: Opened;
  readonly fields: Omit<FormView, 'opened' | 'error'>;
  readonly from: string;
  readonly hidden: Html;
  /** Pages of the paper beside the form. */
  readonly pages: number;
  /** Why it cannot be done in the present state. */
  readonly impossible: string | undefined;
  readonly error: { readonly text: string; readonly control: string | undefined } | undefined;
  /** What others did since the form was opened; the text is kept and may be sent on the new state. */
  readonly meanwhile: readonly Act[] | undefined;
}

export function actView(view: ActPageView): { readonly title: string; readonly main: Html } {
  const { opened, intent, form, error, meanwhile, impossible } = view;
  const { say, locale, code } = opened;
  const name = inLocale(officerActs[intent].name, locale);
  const wrong = error !== undefined || meanwhile !== undefined;
  const body = html`${meanwhile && changed(opened, meanwhile)}${
    impossible !== undefined &&
    notice({
      kind: 'warning',
      title: say('Chưa làm được việc này', 'This cannot be done now'),
      content: impossible,
    })
  }${(impossible === undefined || meanwhile !== undefined) && formOf(view, name)}`;
  const main = html`${
    error && errorSummary({ errors: [{ text: error.text, target: error.control }], locale })
  }${backLink({ href: pageOf(view), text: say('Về hồ sơ', 'Back to the dossier'), locale })}${pageHeading({
    title: name,
    beside: html`<span class="mc-code">${code}</span><span class="mc-quiet">${opened.view.dossier.procedure_name} · ${opened.view.dossier.owner_name}</span>`,
  })}${
    form.withPaper && impossible === undefined
      ? splitView({
          leftLabel: name,
          left: body,
          right: paperSide(opened, chosenPaper(opened, undefined), view.pages, (id) =>
            opened.at.page({ giay: id }),
          ),
        })
      : body
  }`;
  return { title: wrong ? say(`Lỗi: ${name} ${code}`, `Error: ${name} ${code}`) : `${name} ${code}`, main };
}

const pageOf = ({ opened, from }: ActPageView): string => opened.at.page(from === '' ? {} : { tu: from });

function formOf(view: ActPageView, name: string): Html {
  const { opened, intent, form, error, meanwhile, impossible } = view;
  const { say } = opened;
  const { slug, key } = officerActs[intent];
  const beside = opened.task !== undefined && (opened.view.state.plan?.tasks.length ?? 0) > 1;
  const fields: Hole = form.fields?.({
    ...view.fields,
    opened,
    error: (id) => (error?.control === id ? error.text : undefined),
  });
  const verb = meanwhile ? say(`Vẫn làm: ${name}`, `Do it anyway: ${name}`) : name;
  const disabledReason = opened.tried
    ? say('Đây là chạy thử: không có gì được ghi.', 'This is a try-out: nothing is recorded.')
    : impossible;
  return html`<form class="mc-stack" novalidate${attributes({
    method: opened.tried ? undefined : 'post',
    'data-unsaved': !opened.tried,
    action: opened.at.act(slug, view.from, beside ? (opened.task?.id ?? '') : ''),
  })}>${view.hidden}<input type="hidden" name="expectedSeq"${attributes({
    value: opened.view.state.seq,
  })}><p>${form.lead(opened)}</p>${fields}<div class="mc-buttons">${button({
    text: verb,
    kind: form.warning ? 'warning' : 'primary',
    key,
    id: 'lam',
    ...(disabledReason !== undefined && { disabledReason }),
  })}<a${attributes({ href: pageOf(view) })}>${say('Không làm nữa', 'Leave it')}</a></div></form>`;
}

/** Two officers on one dossier: the one who came second sees what the first did, and keeps every word. */
function changed({ say, names }: Opened, meanwhile: readonly Act[]): Html {
  return html`${notice({
    kind: 'danger',
    title: say('Hồ sơ vừa thay đổi khi bạn đang viết', 'The dossier changed while you were writing'),
    headingLevel: 2,
    content: say(
      'Chưa có gì được ghi. Nội dung bạn viết còn nguyên bên dưới; xem thay đổi rồi quyết định.',
      'Nothing was recorded. Your text is below; look at the changes, then decide.',
    ),
  })}${table({
    id: 'thay-doi',
    caption: say('Những việc vừa được làm', 'What was done meanwhile'),
    columns: [{ text: say('Lúc', 'When') }, { text: say('Việc', 'What') }, { text: say('Ai', 'Who') }],
    rows: meanwhile.map((act) => {
      const { title, text } = actInWords(act, names);
      return [
        formatDateTime(act.at),
        html`<strong>${title}</strong>${text && html`<br>${text}`}`,
        actorInWords(act, names),
      ];
    }),
  })}`;
}
