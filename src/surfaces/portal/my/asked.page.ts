import { z } from 'zod';
import { type AskedOfMe, askedOfMe, beginSigning, declineToSign } from '#capabilities/declarations';
import { button, card, emptyState, errorSummary, notice, summaryList, tag, textarea } from '#design';
import type { Refusal } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import { formatDate, localDate } from '#kernel/time';
import { type Html, html } from '#platform/html';
import {
  definePage,
  htmlReply,
  type PageCtx,
  problem,
  type Reply,
  type Route,
  redirectTo,
} from '#platform/http';
import { citizenPage, csrfField, type Doors } from '#surfaces/shared';
import { ownPermission } from '../dossier/mine.ts';
import { sentenceFor } from '../filing/core/sentences.ts';
import { askedPath, backPath, knownCode, wordsOf } from '../filing/sign/sign.page.ts';
import { signingForm } from '../filing/sign/signing-form.ts';
import { back, titleWith } from '../words/page.ts';
import { type Say, sayIn } from '../words/say.ts';

type State = 'signed' | 'declined' | 'outdated' | 'late' | 'waiting';
const stateOf = (asked: AskedOfMe, now: number): State => {
  if (asked.signed_at !== null && !asked.outdated) return 'signed';
  if (asked.declined_at !== null) return 'declined';
  if (asked.outdated) return 'outdated';
  return asked.until < now ? 'late' : 'waiting';
};
const tagOf = (say: Say, state: State) =>
  tag(
    (
      {
        signed: { text: say('Bạn đã ký', 'You have signed'), tone: 'jade', icon: 'check' },
        declined: { text: say('Bạn đã từ chối', 'You have declined'), tone: 'grey' },
        outdated: { text: say('Nội dung đã đổi', 'Changed since'), tone: 'grey' },
        late: { text: say('Hết hạn mời', 'Invitation over'), tone: 'grey' },
        waiting: { text: say('Chờ bạn ký', 'Waits for you'), tone: 'amber' },
      } as const
    )[state],
  );

const listTitle = (say: Say): string => say('Được mời cùng ký', 'Asked to sign');
const one = z.object({ declaration: z.uuid() });

async function findAsked(ctx: PageCtx, declaration: string): Promise<AskedOfMe | undefined> {
  return (await askedOfMe(ctx)).find((asked) => asked.declaration === declaration);
}

interface Told {
  readonly done?: string | undefined;
  readonly refusal?: Refusal;
  readonly typed?: string;
}

function show(ctx: PageCtx, doors: Doors, asked: AskedOfMe, told: Told = {}): Reply {
  const say = sayIn(ctx.locale);
  const { content } = asked;
  const state = stateOf(asked, ctx.clock.now());
  const error = told.refusal && inLocale(sentenceFor(told.refusal), ctx.locale);
  const target = told.refusal?.field;
  const main = html`<h1>${content.procedure.name}</h1>${
    told.done !== undefined && !error && notice({ kind: 'success', content: told.done, locale: ctx.locale })
  }<p>${tagOf(say, state)}</p><p>${say(
    `${content.applicant} mời bạn cùng ký hồ sơ này, gửi ${content.to}. Hãy đọc hết trước khi ký.`,
    `${content.applicant} asks you to sign this dossier to ${content.to}. Read all of it first.`,
  )}</p>${content.sections.map(({ title, rows }) =>
    card({ title, content: summaryList({ rows, locale: ctx.locale }) }),
  )}${content.files.length > 0 && card({ title: say('Giấy tờ kèm theo', 'Papers'), content: filesOf(content) })}${
    state === 'waiting' && answers(ctx, doors, say, asked, told.typed, target === 'ly-do' ? error : undefined)
  }`;
  return htmlReply(
    citizenPage(ctx, doors, {
      title: titleWith(say, content.procedure.name, error !== undefined),
      main: html`${
        error !== undefined &&
        errorSummary({ errors: [{ text: error, ...(target && { target }) }], locale: ctx.locale })
      }${main}`,
      before: back('/cua-toi/ky', listTitle(say)),
      noindex: true,
    }),
    error === undefined ? 200 : 422,
  );
}

const filesOf = ({ files }: AskedOfMe['content']): Html =>
  html`<ul class="mc-files">${files.map(
    ({ title, name, sha256 }) =>
      html`<li><span>${title}<br><span class="mc-quiet mc-small">${name} · SHA-256 <span class="mc-code">${sha256.slice(0, 16)}…</span></span></span></li>`,
  )}</ul>`;

const answers = (
  ctx: PageCtx,
  doors: Doors,
  say: Say,
  asked: AskedOfMe,
  typed: string | undefined,
  error: string | undefined,
): Html =>
  html`${card({
    title: say('Chữ ký của bạn', 'Your signature'),
    content: html`<p>${say(`Mời đến ngày ${formatDate(localDate(asked.until))}.`, `Until ${formatDate(localDate(asked.until))}.`)}</p>${signingForm(ctx, doors, `${askedPath(asked.declaration)}/bat-dau`)}`,
  })}${card({
    title: say('Không ký', 'Do not sign'),
    content: html`<form class="mc-stack" method="post" novalidate action="${askedPath(asked.declaration)}/tu-choi">${csrfField(ctx)}${textarea(
      {
        id: 'ly-do',
        name: 'ly-do',
        label: say('Lý do', 'Reason'),
        hint: say('Người nộp sẽ đọc lý do này.', 'The one who files reads it.'),
        rows: 3,
        value: typed,
        error,
        locale: ctx.locale,
      },
    )}${button({ text: say('Từ chối ký', 'Decline'), kind: 'secondary' })}</form>`,
  })}`;

/** Whoever was asked by personal number to sign the dossier of somebody else. */
export const askedPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/cua-toi/ky',
    permission: ownPermission,
    audit: 'none',
    input: z.object({}),
    async handle(ctx) {
      const say = sayIn(ctx.locale);
      const all = await askedOfMe(ctx);
      const now = ctx.clock.now();
      const main = html`<h1>${listTitle(say)}</h1>${
        all.length === 0
          ? emptyState({
              title: say('Chưa ai mời bạn ký', 'Nobody has asked you'),
              text: html`<p>${say('Khi có người mời bạn cùng ký hồ sơ, lời mời nằm ở đây.', 'When somebody asks you to sign their dossier, it stands here.')}</p>`,
              icon: 'file',
            })
          : html`<ul class="mc-files">${all.map(
              (asked) =>
                html`<li><span><a href="${askedPath(asked.declaration)}"><strong>${asked.content.procedure.name}</strong></a> ${tagOf(say, stateOf(asked, now))}<br><span class="mc-quiet mc-small">${asked.content.applicant} · ${formatDate(localDate(asked.asked_at))}</span></span></li>`,
            )}</ul>`
      }`;
      const before = back('/cua-toi', say('Hồ sơ của bạn', 'My dossiers'));
      return htmlReply(citizenPage(ctx, doors, { title: listTitle(say), main, before, noindex: true }));
    },
  }),
  definePage({
    method: 'GET',
    path: '/cua-toi/ky/:declaration',
    permission: ownPermission,
    audit: 'none',
    input: one.extend({ xong: z.string().max(20).default(''), loi: z.string().max(60).default('') }),
    async handle(ctx, { declaration, xong, loi }) {
      const asked = await findAsked(ctx, declaration);
      if (!asked) return problem('not-found');
      const say = sayIn(ctx.locale);
      if (loi !== '') return show(ctx, doors, asked, { refusal: { code: knownCode(loi) } });
      const words: Readonly<Record<string, string>> = {
        'da-ky': say('Đã nhận chữ ký của bạn. Cảm ơn bạn.', 'Your signature has come. Thank you.'),
        'tu-choi': say('Đã báo cho người nộp.', 'The one who files is told.'),
      };
      return show(ctx, doors, asked, { done: words[xong] });
    },
  }),
  definePage({
    method: 'POST',
    path: '/cua-toi/ky/:declaration/bat-dau',
    permission: ownPermission,
    audit: 'declaration.begin',
    input: one.extend({ 'nha-cung-cap': z.string().max(40).default('') }),
    perMinute: 20,
    async handle(ctx, { declaration, 'nha-cung-cap': provider }) {
      const asked = await findAsked(ctx, declaration);
      if (!asked) return problem('not-found');
      if (!doors.signing) return show(ctx, doors, asked, { refusal: { code: 'sign-not-offered' } });
      const begun = await beginSigning(ctx, doors.signing, {
        declaration,
        provider,
        words: wordsOf(asked),
        returnTo: `${doors.place.publicUrl}${backPath}`,
      });
      return begun.ok ? redirectTo(begun.value.url) : show(ctx, doors, asked, { refusal: begun.refusal });
    },
  }),
  definePage({
    method: 'POST',
    path: '/cua-toi/ky/:declaration/tu-choi',
    permission: ownPermission,
    audit: 'declaration.decline',
    input: one.extend({ 'ly-do': z.string().max(2000).default('') }),
    async handle(ctx, { declaration, 'ly-do': reason }) {
      const asked = await findAsked(ctx, declaration);
      if (!asked) return problem('not-found');
      const declined = await declineToSign(ctx, asked.id, reason);
      return declined.ok
        ? redirectTo(`${askedPath(declaration)}?xong=tu-choi`)
        : show(ctx, doors, asked, { refusal: declined.refusal, typed: reason });
    },
  }),
];
