import { z } from 'zod';
import { checkResult, resultPermissions } from '#capabilities/results';
import type { Refusal } from '#kernel/outcome';
import { type Html, html } from '#platform/html';
import { definePage, htmlReply, type PageCtx, type Reply, type Route, redirectTo } from '#platform/http';
import { checkHome, checkPath, citizenPage, csrfField, type Doors, filesIn } from '#surfaces/shared';
import { back, titleWith } from '../words/page.ts';
import { sayIn } from '../words/say.ts';
import { checkForm, choiceOf, filePath, megabytes, unknownView } from './check.view.ts';
import { fileAnswer } from './file.view.ts';
import { judgeFile } from './judge-file.ts';
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
    input: z.object({ so: typed }),
    perMinute: onceAMinute,
    async handle(ctx, { so }) {
      const say = sayIn(ctx.locale);
      const number = tidy(so);
      if (number === '') return form(ctx, doors, so, [{ code: 'check-number-missing', field: 'so' }]);
      const token = tokenIn(number);
      if (token) return redirectTo(checkPath(token));
      const found = await checkResult(ctx, { number });
      const [first, ...others] = found;
      if (!first) return form(ctx, doors, so, [{ code: 'check-number-unknown', field: 'so' }]);
      if (others.length === 0) return redirectTo(checkPath(first.token));
      const title = say('Có nhiều kết quả mang số này', 'Several results have this number');
      return reply(ctx, doors, { title, main: choiceOf(say, number, found) });
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
      const say = sayIn(ctx.locale);
      // The answer about a file has this address, and cannot be asked for again.
      if (checkPath(token) === filePath) return redirectTo(checkHome);
      const [result] = /^[\w-]+$/.test(token) ? await checkResult(ctx, { token }) : [];
      if (!result)
        return reply(ctx, doors, {
          title: say('Không có kết quả', 'No result'),
          main: unknownView(say),
          status: 404,
        });
      const shown = { say, locale: ctx.locale, publicUrl: doors.place.publicUrl, result };
      return reply(ctx, doors, {
        title: `${stateSentence(say, result.state)}: ${result.number}`,
        main: html`${stateVerdict(shown)}${resultCards(shown, 'code')}`,
      });
    },
  }),
];
