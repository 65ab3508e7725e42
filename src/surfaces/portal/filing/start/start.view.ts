import type { ProcedureDefinition } from '#capabilities/forms';
import { buttonLink, details, notice, summaryList } from '#design';
import { inLocale } from '#kernel/text';
import { formatDate, localDate } from '#kernel/time';
import { type Hole, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { type Doors, placeWords } from '#surfaces/shared';
import { tableInWords } from '../../procedure/fee-words.ts';
import { inSentence, sayIn } from '../../words/say.ts';
import { filingPage } from '../core/frame.ts';
import * as paths from '../core/paths.ts';
import { feesOnline, papersNeeded, timesOnline } from './needs.ts';
import type { Startable } from './procedure.ts';

export interface StartView {
  readonly procedure: Startable;
  /** Drafts of this procedure that the person has begun. */
  readonly begun: readonly { readonly id: string; readonly updated_at: number }[];
}

const lines = (texts: readonly string[]): Hole =>
  texts.length === 1 ? texts[0] : html`<ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>`;

/** What is needed before anybody starts. */
export function startView(ctx: PageCtx, doors: Doors, { procedure, begun }: StartView): Html {
  const say = sayIn(ctx.locale);
  const { definition, code } = procedure;
  const title = definition ? inLocale(definition.name, ctx.locale) : procedure.name;
  const back = `/thu-tuc/${code}`;
  if (!definition) return closedView(ctx, doors, title, back);
  const next = definition.eligibility.length > 0 ? 'dieu-kien' : 'danh-tinh';
  return filingPage(ctx, doors, {
    title,
    back,
    main: [
      html`<h1>${title}</h1>`,
      begun.map((draft) =>
        notice({
          kind: 'info',
          title: say('Bạn có một bản nháp chưa nộp', 'You have an unfinished draft'),
          content: html`<a href="${paths.tasks(draft.id)}">${say(
            `Làm tiếp bản lưu ngày ${formatDate(localDate(draft.updated_at))}`,
            `Go on with the draft of ${formatDate(localDate(draft.updated_at))}`,
          )}</a>`,
        }),
      ),
      html`<h2>${say('Trước khi bắt đầu', 'Before you start')}</h2>`,
      summaryList({ rows: factRows(ctx, definition), locale: ctx.locale }),
      feesView(ctx, definition),
      papersView(ctx, definition),
      identityNotice(ctx, definition),
      buttonLink({ text: say('Bắt đầu', 'Start'), href: paths.start(code, next), kind: 'primary' }),
      html`<p class="mc-quiet">${say(
        'Bạn có thể dừng bất cứ lúc nào; bản nháp được giữ 90 ngày.',
        'You can stop at any time; the draft is kept for 90 days.',
      )}</p>`,
    ],
  });
}

function factRows(ctx: PageCtx, definition: ProcedureDefinition) {
  const say = sayIn(ctx.locale);
  const times = timesOnline(say, ctx.locale, definition);
  const fees = feesOnline(say, ctx.locale, definition, localDate(ctx.clock.now()));
  return [
    {
      label: say('Thời hạn giải quyết', 'Time to decide'),
      value: times.length > 0 ? lines(times) : say('Chưa công bố', 'Not published'),
    },
    { label: say('Kết quả', 'Result'), value: inLocale(definition.result.name, ctx.locale) },
    {
      label: say('Phần cần điền', 'To fill in'),
      value: say(
        `Khoảng ${definition.form.pages.length} trang ngắn`,
        `About ${definition.form.pages.length} short pages`,
      ),
    },
    {
      label: say('Phí, lệ phí', 'Fees'),
      value:
        fees.length > 0
          ? lines(fees.flatMap(({ name, amounts }) => amounts.map((amount) => `${name}: ${amount}`)))
          : say('Không mất phí', 'Free of charge'),
    },
  ];
}

/** What lowers the sums at once; grounds and classes behind a fold. */
function feesView(ctx: PageCtx, definition: ProcedureDefinition): Hole {
  const say = sayIn(ctx.locale);
  const fees = feesOnline(say, ctx.locale, definition, localDate(ctx.clock.now()));
  if (fees.length === 0) return undefined;
  const exempt = [...new Set(fees.flatMap(({ exemptions }) => exemptions))];
  const reductions = fees.flatMap(({ name, reductions: lines = [] }) =>
    lines.map((line) => `${name}: ${inSentence(line)}`),
  );
  const grounds = fees.map(
    ({ name, basis, note }) =>
      html`<p><strong>${name}</strong><br>${note} ${say('Căn cứ', 'Ground')}: ${basis}.</p>`,
  );
  return [
    reductions.map((line) => html`<p class="mc-small">${line}</p>`),
    details({
      summary: say('Căn cứ thu phí, lệ phí', 'Grounds of the fees'),
      content: html`<div class="mc-stack mc-small">${grounds}<p>${tableInWords(definition, say)}</p></div>`,
    }),
    exempt.length > 0 &&
      details({
        summary: say('Ai được miễn?', 'Who pays nothing?'),
        content: html`<ul class="mc-small">${exempt.map((name) => html`<li>${name}</li>`)}</ul>`,
      }),
  ];
}

function papersView(ctx: PageCtx, definition: ProcedureDefinition): Hole {
  const say = sayIn(ctx.locale);
  const { always, perhaps } = papersNeeded(definition, localDate(ctx.clock.now()));
  const list = (rules: typeof always): Html =>
    html`<ul>${rules.map((rule) => html`<li>${inLocale(rule.name, ctx.locale)}</li>`)}</ul>`;
  return [
    html`<h2>${say('Giấy tờ cần có', 'Papers you need')}</h2>`,
    always.length > 0
      ? list(always)
      : html`<p>${say('Không có giấy tờ nào bắt buộc với mọi người.', 'No paper is asked of everybody.')}</p>`,
    perhaps.length > 0 &&
      details({
        summary: say('Tùy trường hợp, có thể cần thêm', 'Depending on your case'),
        content: list(perhaps),
        open: always.length === 0,
      }),
    html`<p>${say('Chụp ảnh bằng điện thoại là được.', 'Photos taken with a phone are fine.')}</p>`,
  ];
}

/** Said before anything is filled in: whether a proven identity is needed at once. */
function identityNotice(ctx: PageCtx, { assurance }: ProcedureDefinition): Html | undefined {
  if (ctx.actor.kind === 'citizen' && !ctx.actor.guest) return undefined;
  const say = sayIn(ctx.locale);
  return notice({
    kind: 'inset',
    content: assurance.identityPendingAllowed
      ? say(
          'Nên đăng nhập VNeID để khỏi phải gõ lại thông tin. Bạn cũng có thể nộp trước, xác minh danh tính sau.',
          'Sign in with VNeID to save typing. You can also file first and prove your identity later.',
        )
      : say('Thủ tục này cần đăng nhập VNeID trước khi điền.', 'This procedure needs a VNeID sign-in first.'),
  });
}

/** Procedures that cannot be filed here, with the way that is open. */
function closedView(ctx: PageCtx, doors: Doors, title: string, back: string): Html {
  const say = sayIn(ctx.locale);
  const { anyCentre } = placeWords(doors.place.kind, ctx.locale);
  return filingPage(ctx, doors, {
    title,
    back,
    main: [
      html`<h1>${title}</h1>`,
      notice({
        kind: 'info',
        title: say('Thủ tục này chưa nộp được trên mạng', 'This procedure cannot be filed online yet'),
        content: say(
          `Hãy mang giấy tờ tới ${anyCentre}; cán bộ giúp bạn lập hồ sơ.`,
          `Bring your papers to ${anyCentre}; an officer prepares the dossier with you.`,
        ),
      }),
      buttonLink({ text: say('Xem giấy tờ cần mang', 'See what to bring'), href: back, kind: 'primary' }),
    ],
  });
}
