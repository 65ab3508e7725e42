import { card, details, summaryList, tag } from '#design';
import { inLocale } from '#kernel/text';
import { formatDate, formatDateTime, isPlainDate } from '#kernel/time';
import { type Hole, type Html, html } from '#platform/html';
import { channelNames, deliveryNames } from '../words/state.ts';
import { linkedDossier } from './linked.ts';
import type { Opened } from './open.ts';

type Form = Opened['view']['forms'][number];
const words = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Who asks, how it came here, where it goes. */
export function applicantCard(opened: Opened): Html {
  const { view, say, locale, names } = opened;
  const { dossier, state } = view;
  const { applicant } = dossier;
  const born = words(applicant['birthDate']);
  const represented = applicant['represented'] as Readonly<Record<string, unknown>> | undefined;
  const row = (label: string, value: Hole) => (value ? [{ label, value }] : []);
  return card({
    title: say('Người nộp', 'Who asks'),
    ...(state.identityPending && {
      aside: tag({ text: say('Chờ xác minh danh tính', 'Identity pending'), tone: 'amber' }),
    }),
    content: summaryList({
      locale,
      rows: [
        ...row(say('Họ và tên', 'Name'), html`<strong>${words(applicant['name'])}</strong>`),
        ...row(say('Số định danh', 'Personal number'), words(applicant['personalNumber'])),
        ...row(say('Ngày sinh', 'Born'), isPlainDate(born) ? formatDate(born) : born),
        ...row(
          say('Nộp thay cho', 'On behalf of'),
          represented &&
            [words(represented['name']), words(represented['number'])].filter(Boolean).join(' · '),
        ),
        ...row(
          say('Liên lạc', 'Contact'),
          [words(applicant['phone']), words(applicant['email'])].filter(Boolean).join(' · '),
        ),
        ...row(say('Địa chỉ', 'Address'), words(applicant['address'])),
        ...row(
          say('Cách nộp', 'Filed'),
          `${inLocale(channelNames[state.channel], locale)} · ${formatDateTime(state.submittedAt)}`,
        ),
        ...row(say('Nơi nhận', 'Receiver'), names.unit(state.receiver)),
        ...row(say('Nơi giải quyết', 'Decided by'), names.unit(state.competent)),
        ...row(
          say('Mở cho hồ sơ', 'Opened for'),
          state.calledBy && linkedDossier(opened, state.calledBy.code),
        ),
        ...row(
          say('Hồ sơ liên thông', 'Linked dossiers'),
          (state.plan?.ended.length ?? 0) > 0 &&
            html`${state.plan?.ended.map(({ code }) => html`${linkedDossier(opened, code)} `)}`,
        ),
        ...row(say('Nhận kết quả', 'Result'), inLocale(deliveryNames[state.delivery], locale)),
      ],
    }),
  });
}

function pagesOf(form: Form): readonly { readonly title: string; readonly rows: Form['words'] }[] {
  const pages = new Map<string, Form['words'][number][]>();
  for (const word of form.words) {
    const rows = pages.get(word.page);
    if (rows) rows.push(word);
    else pages.set(word.page, [word]);
  }
  return [...pages].map(([title, rows]) => ({ title, rows }));
}

const lines = (text: string): Hole => text.split('\n').map((line, i) => (i === 0 ? line : html`<br>${line}`));

function answers(form: Form, locale: Opened['locale']): Html {
  return html`${pagesOf(form).map(
    ({ title, rows }) =>
      html`<h3>${title}</h3>${summaryList({
        locale,
        rows: rows.map(({ question, answer }) => ({ label: question, value: lines(answer) })),
      })}`,
  )}`;
}

/** The form as it was answered, newest first; earlier answers stay readable below. */
export function formCard({ view, say, locale }: Opened): Html {
  const [newest, ...earlier] = view.forms;
  return card({
    title: say('Tờ khai', 'The form'),
    ...(earlier.length > 0 && {
      aside: tag({ text: say('Người nộp đã sửa', 'Changed by the person'), tone: 'blue', icon: 'info' }),
    }),
    content: newest
      ? html`${answers(newest, locale)}${earlier.map((form, i) =>
          details({
            summary: say(`Bản trước, lần ${earlier.length - i}`, `Earlier answers, ${earlier.length - i}`),
            content: answers(form, locale),
          }),
        )}`
      : html`<p class="mc-quiet">${say('Hồ sơ giấy, không có tờ khai điện tử.', 'A paper dossier without an e-form.')}</p>`,
  });
}
