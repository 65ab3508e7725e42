import { z } from 'zod';
import {
  chargesOfTracked,
  dossierPermissions,
  locateDossier,
  type ReceiptFacts,
  readDossierCode,
  receiptBySecret,
  type TrackedDossier,
  trackDossier,
  viewDossier,
} from '#capabilities/dossiers';
import { ratingBySecret } from '#capabilities/feedback';
import { buttonLink } from '#design';
import { html } from '#platform/html';
import {
  definePage,
  htmlReply,
  type PageCtx,
  problem,
  type Reply,
  type Route,
  redirectTo,
} from '#platform/http';
import {
  citizenPage,
  type Doors,
  dossierPaper,
  type PaperSource,
  paperPlaces,
  provenPaper,
} from '#surfaces/shared';
import { doneSentence } from '../dossier/dossier.view.ts';
import { calendarReply } from '../tracking/calendar-reply.ts';
import { type TrackingContext, trackingContext } from '../tracking/load.ts';
import { mayRead, readablePapers } from '../tracking/may-read.ts';
import { addressOf } from '../tracking/next-action.ts';
import { paperReply } from '../tracking/paper-reply.ts';
import { type Tracked, trackedBySecret } from '../tracking/tracked.ts';
import { trackingView } from '../tracking/tracking.view.ts';
import { back } from '../words/page.ts';
import { lookUpReply } from './look-up.page.ts';
import { secretFor } from './rights.ts';

const permission = dossierPermissions['dossiers.track'];
const input = z.object({ code: z.string().max(80) });

/** By the right this browser holds; asked of the database each time, so a changed secret ends it. */
async function trackedFor(ctx: PageCtx, code: string): Promise<TrackedDossier | undefined> {
  const secret = secretFor(ctx, code);
  return secret === undefined ? undefined : trackDossier(ctx, code, secret);
}

const withCharges = async (ctx: PageCtx, found: TrackedDossier): Promise<Tracked> =>
  trackedBySecret(found, await chargesOfTracked(ctx, found));

/** The dossier with what its papers say: asked side by side, for both need nothing but the right. */
async function trackedWithFacts(
  ctx: PageCtx,
  code: string,
): Promise<{ found: TrackedDossier; tracked: Tracked; facts: ReceiptFacts; secret: string } | undefined> {
  const secret = secretFor(ctx, code);
  if (secret === undefined) return undefined;
  const [found, facts] = await Promise.all([
    trackDossier(ctx, code, secret),
    receiptBySecret(ctx, code, secret),
  ]);
  return found && facts && { found, tracked: await withCharges(ctx, found), facts, secret };
}

/**
 * Papers for who holds the secret. It is printed on the receipt, so the receipt itself is theirs to open again, with the
 * secret on it as on the paper; but a secret may also have been told to a helper, so the person's numbers come masked.
 */
function sourceOf(
  { found, tracked, facts, secret }: NonNullable<Awaited<ReturnType<typeof trackedWithFacts>>>,
  context: TrackingContext,
): PaperSource {
  const { personalNumber, phone, email } = facts.applicant;
  return {
    code: found.code,
    secret,
    procedureName: found.procedureName,
    ownerName: found.ownerName,
    applicant: {
      name: facts.applicant.name,
      ...(personalNumber ? { personalNumber } : {}),
      ...(phone ? { phone } : {}),
      ...(email ? { email } : {}),
    },
    documents: facts.documents,
    charges: tracked.charges,
    state: tracked.state,
    acts: tracked.acts,
    rules: {
      definition: context.definition,
      calendar: context.calendar,
      answers: facts.answers,
      facts: { channel: tracked.state.channel },
    },
  };
}

async function mayRate(ctx: PageCtx, { code, state }: TrackedDossier): Promise<boolean> {
  const secret = secretFor(ctx, code);
  return state.stage === 'returned' && secret !== undefined && !(await ratingBySecret(ctx, { code, secret }));
}

async function ownPage(ctx: PageCtx, doors: Doors, code: string): Promise<Reply | undefined> {
  if (ctx.actor.kind !== 'citizen') return undefined;
  const ref = await locateDossier(ctx, code);
  const view = ref && (await viewDossier(ctx, doors.services, ref));
  return view && { kind: 'redirect', to: addressOf(view.dossier.code), status: 302 };
}

export const trackedPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/tra-cuu/:code',
    permission,
    audit: 'none',
    input: input.extend({ xong: z.string().max(20).optional().catch(undefined) }),
    async handle(ctx, { code, xong }) {
      const own = await ownPage(ctx, doors, code);
      if (own) return own;
      const known = await trackedWithFacts(ctx, code);
      if (!known) return lookUpReply(ctx, doors, { code: readDossierCode(code), codeKnown: true });
      const { found, tracked } = known;
      const context = await trackingContext(ctx, doors, tracked);
      const canRate = await mayRate(ctx, found);
      const source = sourceOf(known, context);
      const { say } = context;
      const base = `/tra-cuu/${encodeURIComponent(found.code)}`;
      const tracking = trackingView({
        tracked,
        context,
        base,
        mustSignIn: true,
        papers: readablePapers(
          doors,
          source,
          await paperPlaces(doors, context.definition, ctx.locale),
          ctx.locale,
        ),
        readings: {
          count: found.readings.count,
          last: found.readings.last === null ? undefined : { at: found.readings.last },
        },
        after:
          canRate &&
          html`<p>${buttonLink({ text: say('Đánh giá việc phục vụ', 'Rate the service'), href: `${base}/danh-gia` })}</p>`,
      });
      const main = [doneSentence(say, ctx.locale, xong), tracking];
      const before = back('/tra-cuu', say('Tra cứu hồ sơ khác', 'Track another dossier'));
      const page = citizenPage(ctx, doors, { title: found.code, main, before, noindex: true });
      return htmlReply(page, 200, { 'cache-control': 'no-store' });
    },
  }),
  definePage({
    method: 'GET',
    path: '/tra-cuu/:code/giay/:paper',
    permission,
    audit: 'none',
    input: input.extend({ paper: z.string().max(40) }),
    perMinute: 60,
    async handle(ctx, { code, paper }) {
      const known = await trackedWithFacts(ctx, code);
      if (!known) return redirectTo(`/tra-cuu/${encodeURIComponent(code)}`);
      if (!mayRead(paper, known.found.state)) return problem('not-found');
      const context = await trackingContext(ctx, doors, known.tracked);
      const source = sourceOf(known, context);
      const places = await paperPlaces(doors, context.definition, ctx.locale);
      const drawn = await dossierPaper(doors, paper, source, places);
      return paperReply(doors, await provenPaper(ctx, doors, { ref: known.found, name: paper }, drawn));
    },
  }),
  definePage({
    method: 'GET',
    path: '/tra-cuu/:code/lich.ics',
    permission,
    audit: 'none',
    input,
    async handle(ctx, { code }) {
      const found = await trackedFor(ctx, code);
      if (!found) return redirectTo(`/tra-cuu/${encodeURIComponent(code)}`);
      return calendarReply(ctx, doors, await withCharges(ctx, found));
    },
  }),
];
