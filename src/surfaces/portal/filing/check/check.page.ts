import { z } from 'zod';
import {
  type Applicant,
  dossierPermissions,
  submitDossier,
  type WeighedDraft,
  weighDraft,
} from '#capabilities/dossiers';
import type { UnitId } from '#kernel/ids';
import type { Refusal } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import {
  definePage,
  htmlReply,
  type PageCtx,
  problem,
  type Reply,
  type Route,
  redirectTo,
} from '#platform/http';
import { type ShortMemory, shortMemory } from '#platform/memory';
import type { Doors } from '#surfaces/shared';
import { applicantOf } from '../core/applicant.ts';
import type { PageError } from '../core/frame.ts';
import { type OpenFiling, openFiling } from '../core/open-filing.ts';
import * as paths from '../core/paths.ts';
import { isOpen } from '../core/road.ts';
import { sentenceFor } from '../core/sentences.ts';
import { submittedOtherwise } from '../otherwise/otherwise.page.ts';
import { checkView } from './check.view.ts';
import { duePromise } from './promise.ts';
import { pageMark } from './rows.ts';

const permission = dossierPermissions['dossiers.file'];

/** What check pages showed, for the press of the button; found again only by whom it was shown to. */
type Shown = ShortMemory<{ readonly weighed: WeighedDraft; readonly applicant: Applicant }>;
const aWhile = { most: 8192, forMs: 15 * 60_000 };
const shownTo = (ctx: PageCtx, draft: string): string =>
  `${ctx.actor.kind === 'citizen' ? ctx.actor.person : ''} ${draft}`;

export const checkPages = (doors: Doors): readonly Route[] => {
  const shown: Shown = shortMemory(aWhile);
  return [checkPage(doors, shown), submitPage(doors, shown)];
};

const weigh = (ctx: PageCtx, doors: Doors, { definition, draft }: OpenFiling): WeighedDraft =>
  weighDraft(definition, draft, doors.services.lists, ctx.clock.now());

const checkPage = (doors: Doors, shown: Shown): Route =>
  definePage({
    method: 'GET',
    path: '/nop-ho-so/:draft/kiem-tra',
    permission,
    audit: 'none',
    input: z.object({ draft: z.string() }),
    async handle(ctx, { draft }) {
      const filing = await openFiling(ctx, doors, draft);
      if (!filing) return problem('not-found');
      if (filing.draft.dossier_id) return redirectTo(paths.done(draft));
      if (!isOpen(filing.road, '@kiem-tra')) return redirectTo(filing.road.next.href);
      const applicant = applicantOf(ctx, filing, doors.services.lists);
      const weighed = weigh(ctx, doors, filing);
      shown.keep(shownTo(ctx, draft), { weighed, applicant });
      return show(ctx, doors, filing, 200, {}, weighed);
    },
  });

const submitPage = (doors: Doors, shown: Shown): Route =>
  definePage({
    method: 'POST',
    path: '/nop-ho-so/:draft/nop',
    permission,
    audit: 'dossier.submit',
    input: z.object({ draft: z.string(), 'noi-dung': z.string().max(200).default('') }),
    async handle(ctx, { draft, 'noi-dung': shownHash }) {
      const press = (applicant: Applicant, weighed: WeighedDraft) =>
        submitDossier(ctx, doors.services, draft, shownHash, applicant, weighed);
      // As it was shown a moment ago, if it still stands so: the database compares the revision. Whatever else comes of it
      // is judged anew by what the database holds now.
      const remembered = shown.take(shownTo(ctx, draft));
      const sooner = remembered && (await press(remembered.applicant, remembered.weighed));
      if (sooner?.ok) return redirectTo(paths.done(draft));
      if (sooner?.refusal.code === 'submitted-otherwise') return submittedOtherwise(ctx, doors, draft);
      const filing = await openFiling(ctx, doors, draft);
      if (!filing) return problem('not-found');
      const submitted = await press(
        applicantOf(ctx, filing, doors.services.lists),
        weigh(ctx, doors, filing),
      );
      if (submitted.ok) return redirectTo(paths.done(draft));
      return refusedSubmission(ctx, doors, filing, submitted.refusal);
    },
  });

async function refusedSubmission(
  ctx: PageCtx,
  doors: Doors,
  filing: OpenFiling,
  refusal: Refusal,
): Promise<Reply> {
  const { draft } = filing;
  switch (refusal.code) {
    case 'draft-unknown':
      return problem('not-found');
    case 'submitted-otherwise':
      return submittedOtherwise(ctx, doors, draft.id);
    case 'draft-changed': {
      // Read again: what is shown now is what changed.
      const now = (await openFiling(ctx, doors, draft.id)) ?? filing;
      return show(ctx, doors, now, 409, { changed: inLocale(sentenceFor(refusal), ctx.locale) });
    }
    default:
      return show(ctx, doors, filing, 422, { refusal });
  }
}

interface Why {
  readonly changed?: string;
  readonly refusal?: Refusal;
}

async function show(
  ctx: PageCtx,
  doors: Doors,
  filing: OpenFiling,
  status: number,
  { changed, refusal }: Why = {},
  { filing: weighed, hash }: WeighedDraft = weigh(ctx, doors, filing),
): Promise<Reply> {
  const { services } = doors;
  const { draft, definition } = filing;
  const now = ctx.clock.now();
  const receiver = draft.receiver_unit as UnitId | null;
  const competent =
    receiver && (await services.competentUnit(definition, weighed.answers, receiver, weighed.facts));
  const directory = await doors.units.directory();
  const nameOf = (unit: UnitId | null | undefined) => (unit && directory.byId(unit)?.name) ?? '';
  const calendar = await services.calendarOf((competent ?? receiver ?? directory.head()?.id) as UnitId);
  const placeOf = (unit: UnitId) => directory.byId(unit)?.adminCode;
  const hindrance =
    receiver && competent
      ? await services.whyNotFiled({
          definition,
          channel: draft.channel,
          competent,
          elsewhere: placeOf(receiver) !== placeOf(competent),
        })
      : undefined;
  const errors = faults(ctx, filing, weighed, competent ?? undefined, refusal ?? hindrance);
  return htmlReply(
    checkView(ctx, doors, {
      filing,
      fees: weighed.undecided ? undefined : weighed.fees,
      promise: duePromise(filing, calendar, now),
      centre: nameOf(receiver),
      competent: nameOf(competent),
      hash,
      errors,
      ...(changed === undefined ? {} : { changed }),
    }),
    status === 200 && errors.length > 0 ? 422 : status,
  );
}

/** What stands in the way, each with the place to mend it; the same that the command would find. */
function faults(
  ctx: PageCtx,
  filing: OpenFiling,
  weighed: WeighedDraft['filing'],
  competent: UnitId | undefined,
  refusal: Refusal | undefined,
): readonly PageError[] {
  const said = (each: Refusal): string => inLocale(sentenceFor(each), ctx.locale);
  const found: PageError[] = weighed.errors.map(({ page, errors: [first] }) => ({
    text: first ? inLocale(first.message, ctx.locale) : said({ code: 'answers-open' }),
    target: pageMark(page),
  }));
  if (weighed.undecided && found.length === 0) return [{ text: said(weighed.undecided) }];
  if (weighed.missing.length > 0)
    found.push({
      text: said({ code: 'papers-missing', details: { papers: weighed.missing.length } }),
      target: 'giay-to',
    });
  if (!filing.draft.receiver_unit)
    found.push({ text: said({ code: 'receiver-missing' }), target: 'nop-va-nhan' });
  else if (!competent) found.push({ text: said({ code: 'no-competent-unit' }) });
  if (refusal && found.length === 0) found.push({ text: said(refusal) });
  return found;
}
