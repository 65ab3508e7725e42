import { z } from 'zod';
import { checkResult, lineOfResultSays, linesOfResult, resultPermissions } from '#capabilities/results';
import { errorSummary } from '#design';
import type { Refusal } from '#kernel/outcome';
import { type Html, html } from '#platform/html';
import { definePage, htmlReply, type PageCtx, type Reply, type Route, redirectTo } from '#platform/http';
import { checkHome, checkPath, citizenPage, csrfField, type Doors, filesIn } from '#surfaces/shared';
import { sentenceOf } from '../sentences.ts';
import { back, titleWith } from '../words/page.ts';
import { sayIn } from '../words/say.ts';
import { checkForm, choiceOf, filePath, megabytes, unknownView } from './check.view.ts';
import { fileAnswer } from './file.view.ts';
import { judgeFile } from './judge-file.ts';
import { type LinesView, lineAnswer, linesCard } from './lines.view.ts';
import { resultCards, stateSentence, stateVerdict } from './result.view.ts';

const open = { permission: resultPermissions['results.check'], audit: 'none' } as const;
const onceAMinute = 20;
/** Results are small; what is longer is not read. */
const mostBytes = 32_000_000;
const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 1024)).toString('latin1').includes('%PDF-');
const typed = z.string().max(200).catch('').default('');
/** One line; a number is copied from papers and messages with what stands around it. */
const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
/** The address from a code on paper, typed or read by a scanner into the field. */
const tokenIn = (text: string): string | undefined => /(?:^|\/)([0-9a-f]{32})$/.exec(text)?.[1];

/** A revocation is seen at once: no page is kept anywhere. */
const noStore = { 'cache-control': 'no-store' };

function reply(ctx: PageCtx, doors: Doors, page: { title: string; main: Html; status?: number }): Reply {
  const say = sayIn(ctx.locale);
  const before = back(checkHome, say('Kiểm tra giấy khác', 'Check another paper'));
  const body = citizenPage(ctx, doors, { title: page.title, main: page.main, before, noindex: true });
  return htmlReply(body, page.status ?? 200, noStore);
}

function form(ctx: PageCtx, doors: Doors, number = '', refusals: readonly Refusal[] = []): Reply {
  const say = sayIn(ctx.locale);
  const csrf = { field: csrfField(ctx), value: ctx.csrf };
  const maxBytes = mostOf(doors);
  const main = checkForm({ say, locale: ctx.locale, csrf, number, refusals, maxBytes });
  const title = titleWith(say, say('Kiểm tra kết quả', 'Check a result'), refusals.length > 0);
  const before = back('/', say('Trang đầu', 'Home'));
  return htmlReply(
    citizenPage(ctx, doors, { title, main, before }),
    refusals.length > 0 ? 422 : 200,
    noStore,
  );
}
const mostOf = (doors: Doors): number => Math.min(mostBytes, doors.place.maxUpload);

/** Anybody checks a result: by the code on the paper, by its number, or by the file. */
export const checkPages = (doors: Doors): readonly Route[] => [
  definePage({
    ...open,
    method: 'GET',
    path: checkHome,
    input: z.object({}),
    handle: async (ctx) => form(ctx, doors),
  }),
  definePage({
    ...open,
    method: 'POST',
    path: checkHome,
    input: z.object({ so: typed, luc: z.coerce.number().catch(0).default(0) }),
    perMinute: onceAMinute,
    async handle(ctx, { so, luc }) {
      const say = sayIn(ctx.locale);
      const number = tidy(so);
      if (number === '') return form(ctx, doors, so, [{ code: 'check-number-missing', field: 'so' }]);
      const token = tokenIn(number);
      if (token) return redirectTo(checkPath(token));
      const found = await checkResult(ctx, { number });
      const [first, ...others] = found;
      if (!first) return form(ctx, doors, so, [{ code: 'check-number-unknown', field: 'so' }]);
      const chosen = others.length === 0 ? first : found.find((one) => one.issued_at === luc);
      if (!chosen) {
        const title = say('Có nhiều kết quả mang số này', 'Several results have this number');
        return reply(ctx, doors, {
          title,
          main: choiceOf(say, { number, csrf: csrfField(ctx), results: found }),
        });
      }
      const { publicUrl } = doors.place;
      const shown = { say, locale: ctx.locale, publicUrl, result: chosen, byNumber: true };
      return reply(ctx, doors, {
        title: `${stateSentence(say, chosen.state)}: ${chosen.number}`,
        main: html`${stateVerdict(shown)}${resultCards(shown, 'paper')}`,
      });
    },
  }),
  definePage({
    ...open,
    method: 'POST',
    path: filePath,
    input: z.object({}),
    perMinute: onceAMinute,
    multipart: true,
    async handle(ctx) {
      const limit = mostOf(doors);
      const { tep } = await filesIn(ctx, { tep: limit });
      const no = (code: string, details = {}) => form(ctx, doors, '', [{ code, field: 'tep', details }]);
      if (!tep) return no('check-file-missing');
      if (tep.bytes.length > limit) return no('check-file-too-large', { megabytes: megabytes(limit) });
      if (!isPdf(tep.bytes)) return no('check-file-not-pdf');
      const file = await judgeFile(ctx, tep.bytes, doors.trust?.roots ?? []);
      const { publicUrl } = doors.place;
      const shown = { say: sayIn(ctx.locale), locale: ctx.locale, publicUrl, name: tep.name, file };
      return reply(ctx, doors, fileAnswer(shown));
    },
  }),
  definePage({
    ...open,
    method: 'GET',
    path: `${checkHome}/:token`,
    input: z.object({ token: z.string().max(80) }),
    perMinute: 60,
    async handle(ctx, { token }) {
      // The answer about a file has this address, and cannot be asked for again.
      if (checkPath(token) === filePath) return redirectTo(checkHome);
      return byCode(ctx, doors, token);
    },
  }),
  definePage({
    ...open,
    method: 'POST',
    path: `${checkHome}/:token/tung-dong`,
    input: z.object({
      token: z.string().max(80),
      dong: typed,
      chu: z.string().max(2000).catch('').default(''),
    }),
    perMinute: onceAMinute,
    handle: (ctx, { token, dong, chu }) => byCode(ctx, doors, token, { line: dong, words: tidy(chu) }),
  }),
];

/** What the reader of a print says of a line. */
interface LineAsked {
  /** Its place among the lines. */
  readonly line: string;
  readonly words: string;
}

async function byCode(ctx: PageCtx, doors: Doors, token: string, asked?: LineAsked): Promise<Reply> {
  const say = sayIn(ctx.locale);
  const [result] = /^[\w-]+$/.test(token) ? await checkResult(ctx, { token }) : [];
  if (!result)
    return reply(ctx, doors, {
      title: say('Không có kết quả', 'No result'),
      main: unknownView(say),
      status: 404,
    });
  const shown = { say, locale: ctx.locale, publicUrl: doors.place.publicUrl, result };
  const title = `${stateSentence(say, result.state)}: ${result.number}`;
  // Nobody compares what is not to be relied on.
  if (result.state === 'revoked')
    return reply(ctx, doors, { title, main: html`${stateVerdict(shown)}${resultCards(shown, 'paper')}` });
  const lines = await linesOfResult(ctx, token);
  const answer = asked && (await judgeLine(ctx, token, lines, asked));
  const errors = answer?.errors ?? [];
  const view = {
    say,
    locale: ctx.locale,
    token,
    lines,
    csrf: csrfField(ctx),
    ...(asked && answer && { asked: { ...asked, ...answer } }),
  };
  return reply(ctx, doors, {
    title: titleWith(say, title, errors.length > 0),
    main: html`${errors.length > 0 && errorSummary({ errors, locale: ctx.locale })}${lineAnswer(view)}${stateVerdict(shown)}${resultCards(shown, 'paper', linesCard(view))}`,
    status: errors.length > 0 ? 422 : 200,
  });
}

async function judgeLine(
  ctx: PageCtx,
  token: string,
  lines: readonly string[],
  { line, words }: LineAsked,
): Promise<Pick<NonNullable<LinesView['asked']>, 'agrees' | 'errors'>> {
  const label = /^\d{1,4}$/.test(line) ? lines[Number(line)] : undefined;
  const missing = [
    ...(label === undefined ? [{ code: 'check-line-missing', target: 'dong' }] : []),
    ...(words === '' ? [{ code: 'check-words-missing', target: 'chu' }] : []),
  ];
  const errors = missing.map(({ code, target }) => ({ target, text: sentenceOf({ code }, ctx.locale) }));
  if (label === undefined || errors.length > 0) return { errors };
  return { agrees: await lineOfResultSays(ctx, { token, label, words }), errors };
}
