import type { CodeLists, Page } from '#capabilities/forms';
import { answerInWords, asksNothing, openQuestions, reachablePages } from '#capabilities/forms';
import type { SummaryRow } from '#design';
import { inLocale, type Locale } from '#kernel/text';
import { html } from '#platform/html';
import { type Say, sayIn } from '../../words/say.ts';
import type { OpenFiling } from '../core/open-filing.ts';
import * as paths from '../core/paths.ts';
import { answered, ways } from '../delivery/delivery-page.ts';
import { filesFor } from '../documents/demands.ts';
import { relationNames } from '../represented/represented-page.ts';

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly SummaryRow[];
}

export const pageMark = (page: string): string => `trang-${page}`;

const change = (href: string, anchor: string) => ({
  href: `${paths.withReturn(href, paths.fromCheck)}#${anchor}`,
});

/** Every question that was asked with its answer, unanswered ones included, page by page. */
export function answerSections(filing: OpenFiling, locale: Locale, lists: CodeLists): readonly Section[] {
  const { definition, answers, facts } = filing;
  return (
    reachablePages(definition.form, answers, facts)
      // Beside pages of a definition stand sections of our own, so theirs carry a mark.
      .map((page) => ({
        id: pageMark(page.id),
        title: inLocale(page.title, locale),
        rows: answerRows(filing, page, locale, lists),
      }))
      .filter((section) => section.rows.length > 0)
  );
}

function answerRows(
  { draft, answers, facts }: OpenFiling,
  page: Page,
  locale: Locale,
  lists: CodeLists,
): readonly SummaryRow[] {
  const say = sayIn(locale);
  return openQuestions(page, answers, facts)
    .filter((question) => !asksNothing(question))
    .map((question) => {
      const value = answers[question.id];
      const words =
        value === undefined
          ? say('Không trả lời', 'No answer')
          : answerInWords(question, value, locale, lists);
      return {
        label: inLocale(question.label, locale),
        value: words.split('\n').map((line, i) => (i === 0 ? line : html`<br>${line}`)),
        change: change(paths.page(draft.id, page.id), question.id),
      };
    });
}

/** For whom; changing oneself into somebody else would be another filing. */
export function representedRows({ draft }: OpenFiling, say: Say, locale: Locale): readonly SummaryRow[] {
  const { representing, represented } = draft.facts;
  if (representing !== 'other' && representing !== 'business')
    return [{ label: say('Nộp cho', 'Filed for'), value: say('Chính bạn', 'Yourself') }];
  const edit = (anchor: string) => ({ change: change(paths.represented(draft.id), anchor) });
  const relation = relationNames[represented?.relation ?? ''];
  return [
    { label: say('Nộp cho', 'Filed for'), value: represented?.name ?? '', ...edit('ten') },
    {
      label: representing === 'other' ? say('Số định danh', 'Personal number') : say('Mã số', 'Code'),
      value: represented?.number ?? say('Không trả lời', 'No answer'),
      ...edit('so'),
    },
    ...(relation
      ? [{ label: say('Quan hệ', 'Relation'), value: inLocale(relation, locale), ...edit('quanHe') }]
      : []),
  ];
}

export function paperRows({ draft, demands }: OpenFiling, say: Say, locale: Locale): readonly SummaryRow[] {
  return demands
    .filter((demand) => demand.group !== 'note' && demand.replacedBy === undefined)
    .filter((demand) => demand.required || filesFor(draft, demand).length > 0)
    .map((demand) => {
      const names = filesFor(draft, demand).map((file) => file.name);
      const none =
        demand.group === 'submit'
          ? say('Chưa có', 'Missing')
          : say('Chỉ khi được yêu cầu', 'Only when asked');
      return {
        label: inLocale(demand.name, locale),
        value: names.length > 0 ? names.map((name, i) => (i === 0 ? name : html`<br>${name}`)) : none,
        change: { href: paths.document(draft.id, demand.id) },
      };
    });
}

export function deliveryRows(
  filing: OpenFiling,
  centre: string,
  say: Say,
  locale: Locale,
): readonly SummaryRow[] {
  const { draft } = filing;
  const { delivery, facts } = draft;
  const edit = (anchor: string) => ({ change: change(paths.delivery(draft.id), anchor) });
  const own = (
    source: string,
    value: string | undefined,
    label: string,
    anchor: string,
  ): readonly SummaryRow[] =>
    answered(filing, source) === undefined
      ? [{ label, value: value ?? say('Không trả lời', 'No answer'), ...edit(anchor) }]
      : [];
  return [
    {
      label: say('Nơi nhận hồ sơ', 'Receiving centre'),
      value: centre,
      change: change(paths.centre(draft.id), 'trung-tam'),
    },
    {
      label: say('Cách nhận kết quả', 'How to get the result'),
      value: delivery.way ? inLocale(ways[delivery.way], locale) : '',
      ...edit('cach'),
    },
    ...(delivery.way === 'post'
      ? [{ label: say('Địa chỉ nhận', 'Address'), value: delivery.address ?? '', ...edit('diaChi') }]
      : []),
    ...own(
      'person.phone',
      facts.contact?.phone,
      say('Số điện thoại báo tin', 'Phone for notices'),
      'dienThoai',
    ),
    ...own('person.email', facts.contact?.email, say('Thư điện tử báo tin', 'E-mail for notices'), 'email'),
  ];
}
