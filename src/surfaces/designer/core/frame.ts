import { cataloguePermissions, type ProcedureDraft } from '#capabilities/catalogue';
import { errorSummary, pageHeading, type RailItem, status, type Tone, tag } from '#design';
import { allows } from '#kernel/actor';
import { invariant, type Refusal } from '#kernel/outcome';
import { inLocale, type LocalText } from '#kernel/text';
import { attributes, type Hole, type Html, html } from '#platform/html';
import { htmlReply, type PageCtx, type Reply } from '#platform/http';
import { type Doors, type OfficePage, officePage } from '#surfaces/shared';
import { blocksTitle, formTitle, parts } from '../parts/index.ts';
import { stepButtons } from '../undo/buttons.view.ts';
import { toldOfStep } from '../undo/told.ts';
import { draftHref, home } from './paths-of-pages.ts';
import { type Say, sayIn } from './say.ts';
import { sentenceFor } from './sentences.ts';

export interface DesignerView {
  readonly title: string;
  /** The draft whose parts the rail shows. */
  readonly draft?: ProcedureDraft | undefined;
  /** Last piece of the address: `to-khai`, `''` for the overview. */
  readonly at: string;
  readonly beside?: Hole;
  readonly actions?: Hole;
  readonly main: Hole;
  /** `main` brings its own heading: a page of another surface that is looked at. */
  readonly ownHeading?: boolean;
  /** Nothing is written on this page: no step to take back. */
  readonly looks?: boolean;
  /** What the last act did. */
  readonly said?: string | undefined;
  readonly refusal?: Refusal | undefined;
  /** Control that mends it. */
  readonly target?: string | undefined;
  /** Scripts and style sheets of this page alone. */
  readonly more?: OfficePage['more'];
}

const words = (vi: string, en: string): LocalText => ({ vi, en });
const sections: readonly { readonly slug: string; readonly title: LocalText }[] = [
  { slug: '', title: words('Tổng quan', 'Overview') },
  { slug: 'to-khai', title: formTitle },
  ...parts,
  { slug: 'khoi', title: blocksTitle },
  { slug: 'so-do', title: words('Sơ đồ quy trình', 'Diagram') },
  { slug: 'quyet-dinh', title: words('Bảng quyết định', 'Decisions') },
  { slug: 'mau', title: words('Mẫu giấy và tin', 'Papers and messages') },
  { slug: 'chay-thu', title: words('Chạy thử', 'Try-out') },
  { slug: 'khac-biet', title: words('Khác biệt', 'Differences') },
  { slug: 'trinh-duyet', title: words('Trình duyệt', 'Approval') },
];

/** How many at the end are done once it is made. */
const afterwards = 3;

const stateNames: Readonly<Record<ProcedureDraft['state'], LocalText & { readonly tone: Tone }>> = {
  draft: { vi: 'Đang soạn', en: 'Being drafted', tone: 'blue' },
  review: { vi: 'Chờ duyệt', en: 'In review', tone: 'amber' },
  approved: { vi: 'Đã duyệt, chờ đến ngày hiệu lực', en: 'Approved, waits for its day', tone: 'jade' },
  published: { vi: 'Đã công bố', en: 'Published', tone: 'jade' },
  abandoned: { vi: 'Đã bỏ', en: 'Abandoned', tone: 'grey' },
};
export const stateTag = (state: ProcedureDraft['state'], say: Say): Html => {
  const { vi, en = vi, tone } = stateNames[state];
  return tag({ text: say(vi, en), tone });
};

const drafters = cataloguePermissions['catalogue.design'].roles ?? [];

/** A page of the designer; the parts of its draft stand in the rail, each under a digit. */
export async function designerReply(ctx: PageCtx, doors: Doors, view: DesignerView): Promise<Reply> {
  const say = sayIn(ctx.locale);
  const { actor } = ctx;
  invariant(actor.kind === 'officer', 'the designer is for officers');
  const directory = await doors.units.directory();
  const { refusal, draft } = view;
  const sentence = refusal && sentenceFor(refusal, ctx.locale);
  const said = sentence === undefined ? (view.said ?? (await saidBy(ctx, say, draft))) : undefined;
  const steps =
    draft?.state === 'draft' && !view.looks && written.has(view.at) ? stepButtons(ctx, draft, view.at) : [];
  const actions = steps.some(Boolean) || view.actions !== undefined ? [steps, view.actions] : undefined;
  const main = html`${
    sentence !== undefined &&
    errorSummary({
      errors: [{ text: sentence, ...(view.target === undefined ? {} : { target: view.target }) }],
      locale: ctx.locale,
    })
  }${view.ownHeading !== true && pageHeading({ title: view.title, beside: view.beside, actions })}${
    said !== undefined &&
    html`${status({ text: said, locale: ctx.locale })}<p class="mc-hidden" role="status"${attributes({ 'data-said': said })}></p>`
  }${view.main}`;
  const items: readonly RailItem[] = draft
    ? sections.map(({ slug, title }, index) => ({
        text: inLocale(title, ctx.locale),
        href: draftHref(draft.id, slug),
        current: slug === view.at,
        ...(index < 9 ? { key: String(index + 1) } : {}),
      }))
    : [];
  const body = officePage(ctx, doors, {
    title: sentence === undefined ? view.title : say(`Lỗi: ${view.title}`, `Error: ${view.title}`),
    main,
    more: {
      stylesheets: view.more?.stylesheets ?? [],
      scripts: [doors.asset('designer.js'), ...(view.more?.scripts ?? [])],
    },
    unit: [
      ...new Set(
        actor.posts
          .filter(({ role }) => drafters.includes(role))
          .map(({ unit }) => directory.byId(unit)?.shortName ?? ''),
      ),
    ].join(', '),
    rail: [
      {
        title: say('Thiết kế thủ tục', 'Designer'),
        items: [{ text: say('Các thủ tục', 'Procedures'), href: home, current: !draft, key: 'G T' }],
      },
      ...(draft
        ? [
            { title: draft.code, items: items.slice(0, -afterwards) },
            { title: say('Thử và công bố', 'Try and publish'), items: items.slice(-afterwards) },
          ]
        : []),
      {
        title: say('Nơi khác', 'Elsewhere'),
        items: [
          { text: say('Quản trị', 'Administration'), href: '/quan-tri' },
          ...(allows(actor, cataloguePermissions['catalogue.publish'])
            ? [{ text: say('Thủ tục đã công bố', 'Published procedures'), href: '/quan-tri/thu-tuc' }]
            : []),
        ],
      },
    ],
  });
  return htmlReply(body, refusal ? 422 : 200);
}

/** What the act said that led here. */
const saidBy = async (
  ctx: PageCtx,
  say: Say,
  draft: ProcedureDraft | undefined,
): Promise<string | undefined> =>
  (draft && (await toldOfStep(ctx, draft))) ??
  (ctx.url.includes('xong=') ? say('Đã lưu.', 'Saved.') : undefined);

/** Pages on which something is written; elsewhere there is no step to take back. */
const written: ReadonlySet<string> = new Set(['to-khai', 'khoi', ...parts.map(({ slug }) => slug)]);
