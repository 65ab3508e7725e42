import type { ProcedureDraft } from '#capabilities/catalogue';
import {
  type Answers,
  fieldNames,
  openQuestions,
  type Page,
  type PostedFields,
  type ReadingContext,
} from '#capabilities/forms';
import { button, buttonGroup, citizenFrame, errorSummary, htmlDocument, previewFrame } from '#design';
import { inLocale, type Locale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import type { Doors } from '#surfaces/shared';
import type { DesignerDeps } from '../core/deps.ts';
import { draftHref } from '../core/paths-of-pages.ts';
import { sayIn } from '../core/say.ts';
import { underHeadings } from './sections.ts';

export interface PreviewView extends Pick<DesignerDeps, 'drawQuestion'> {
  readonly draft: ProcedureDraft;
  readonly page: Page;
  readonly before: Page | undefined;
  /** Settings of the preview: `_khung`, `_chu`, `_tieng`, `_script`. */
  readonly wish: Readonly<Record<string, string>>;
  readonly fields: PostedFields;
  readonly answers: Answers;
  readonly faults: ReadonlyMap<string, string>;
  readonly reading: ReadingContext;
  readonly locale: Locale;
}

const settings = ['_khung', '_chu', '_tieng', '_script'] as const;

export function previewView(doors: Doors, view: PreviewView): Html {
  const { draft, page, wish, locale } = view;
  const say = sayIn(locale);
  const title = inLocale(page.title, locale);
  return htmlDocument({
    locale,
    title: `${say('Xem trước', 'Preview')}: ${title}`,
    stylesheets: [doors.asset('citizen.css')],
    scripts: wish['_script'] === 'khong' ? [] : [doors.asset('enhance.js')],
    large: wish['_chu'] === 'lon',
    icon: '/favicon.svg',
    robots: 'noindex',
    body: previewFrame({
      barLabel: say('Bản xem trước', 'Preview'),
      bar: bar(view),
      phone: wish['_khung'] === 'dien-thoai',
      page: citizenFrame({
        locale,
        placeName: doors.place.name,
        session: {
          kind: 'filling',
          text: say('Lưu và thoát', 'Save and leave'),
          leave: { href: draftHref(draft.id, 'to-khai') },
        },
        help: { href: '/tro-giup' },
        main: pageView(view, title),
      }),
    }),
  });
}

/** The ways to look at it, each an address of its own with what was typed. */
function bar({ draft, page, wish, fields, locale }: PreviewView): Html {
  const say = sayIn(locale);
  const link = (name: (typeof settings)[number], value: string, on: string, off: string): Html => {
    const active = wish[name] === value;
    const query = new URLSearchParams({ _trang: page.id });
    for (const other of settings) if (other !== name && wish[other]) query.set(other, wish[other]);
    if (!active) query.set(name, value);
    for (const [field, typed] of Object.entries(fields))
      for (const each of [typed ?? []].flat()) query.append(field, each);
    return html`<li><a${attributes({ href: `${draftHref(draft.id, 'xem')}?${query.toString()}` })}>${active ? off : on}</a></li>`;
  };
  return html`<ul><li><strong>${say('Bản xem trước', 'Preview')}</strong></li>${link('_khung', 'dien-thoai', say('Khung điện thoại', 'Phone'), say('Khung máy tính', 'Desktop'))}${link('_chu', 'lon', say('Chữ lớn', 'Large text'), say('Chữ thường', 'Normal text'))}${link('_tieng', 'en', 'English', 'Tiếng Việt')}${link('_script', 'khong', say('Không có script', 'Without script'), say('Có script', 'With script'))}<li><a${attributes({ href: draftHref(draft.id, 'xem/can-bo') })}>${say('Như cán bộ', 'As an officer')}</a></li><li><a${attributes({ href: draftHref(draft.id, 'xem/giay') })}>${say('Trên giấy', 'On paper')}</a></li><li><a${attributes({ href: `${draftHref(draft.id, 'to-khai')}?trang=${page.id}` })}>${say('Về thiết kế', 'Back to the designer')}</a></li></ul>`;
}

function pageView(view: PreviewView, title: string): Html {
  const { draft, page, before, wish, fields, answers, faults, reading, locale, drawQuestion } = view;
  const say = sayIn(locale);
  const open = openQuestions(page, answers, { ...reading.facts, today: reading.today });
  const here = new Set(page.questions.flatMap((question) => fieldNames(question, fields)));
  const kept = [
    ['_trang', page.id] as const,
    ...settings.flatMap((name) => (wish[name] ? [[name, wish[name]] as const] : [])),
    ...Object.entries(fields).flatMap(([name, value]) =>
      here.has(name) || page.questions.some(({ id }) => name.startsWith(`${id}.`))
        ? []
        : [value].flat().map((each) => [name, each] as const),
    ),
  ];
  const errors = [...faults].map(([field, text]) => ({
    text,
    target: field.replace(/-(day|province)$/, ''),
  }));
  return html`${errors.length > 0 && errorSummary({ errors, locale })}<h1>${title}</h1>${page.intro && html`<p>${inLocale(page.intro, locale)}</p>`}<form class="mc-stack" method="get" novalidate${attributes({ action: draftHref(draft.id, 'xem') })}>${kept.map(
    ([name, value]) => html`<input type="hidden"${attributes({ name, value })}>`,
  )}<button type="submit" class="mc-hidden" tabindex="-1" aria-hidden="true" name="_di" value="tiep">${say('Tiếp tục', 'Continue')}</button>${underHeadings(
    open,
    (question) => drawQuestion({ question, name: question.id, fields, faults, answers, reading, locale }),
    locale,
  )}${buttonGroup([
    button({ text: say('Tiếp tục', 'Continue'), kind: 'primary', name: '_di', value: 'tiep' }),
    ...(before
      ? [button({ text: say('Trang trước', 'Page before'), name: '_trang', value: before.id })]
      : []),
  ])}</form>`;
}
