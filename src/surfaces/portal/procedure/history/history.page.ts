import { z } from 'zod';
import { cataloguePermissions, type PublishedProcedure } from '#capabilities/catalogue';
import { toJsonSchema } from '#capabilities/forms';
import { definePage, htmlReply, type PageCtx, problem, type Reply, type Route } from '#platform/http';
import { citizenPage, type Doors } from '#surfaces/shared';
import { back } from '../../words/page.ts';
import { sayIn } from '../../words/say.ts';
import { sheetOf } from '../make-sheet.ts';
import { procedureView } from '../procedure.view.ts';
import { changesFeed } from './feed.view.ts';
import { historyView, oldVersionNotice } from './history.view.ts';
import { historyPath, versionPath } from './paths.ts';

const permission = cataloguePermissions['catalogue.read'];
const code = z.string().max(40);
const version = z.coerce.number().int().min(1).max(1_000_000);
const mostInFeed = 50;

/** What was in force when: versions of a procedure, each as it stood, and what changed lately as a feed. */
export const historyPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: '/thu-tuc/:code/lich-su',
    permission,
    audit: 'none',
    input: z.object({ code }),
    async handle(ctx, asked) {
      const now = await publicNow(doors, asked.code);
      if (!now) return problem('not-found');
      const versions = await doors.catalogue.versions(now.code);
      const say = sayIn(ctx.locale);
      const main = historyView({ say, code: now.code, name: now.name, current: now.version, versions });
      const before = back(`/thu-tuc/${now.code}`, say('Về thủ tục', 'To the procedure'));
      return htmlReply(
        citizenPage(ctx, doors, { title: say('Các phiên bản', 'Versions'), main, before, noindex: true }),
      );
    },
  }),
  definePage({
    method: 'GET',
    path: '/thu-tuc/:code/:version',
    permission,
    audit: 'none',
    input: z.object({ code, version }),
    async handle(ctx, asked) {
      const now = await publicNow(doors, asked.code);
      const then = now && (await doors.catalogue.version(now.code, asked.version));
      return then ? asItStood(ctx, doors, then, now) : problem('not-found');
    },
  }),
  definePage({
    method: 'GET',
    path: '/thu-tuc/:code/:version/mau.json',
    permission,
    audit: 'none',
    input: z.object({ code, version }),
    async handle(_, asked) {
      const now = await publicNow(doors, asked.code);
      const then = now && (await doors.catalogue.version(now.code, asked.version));
      if (!then?.definition) return problem('not-found');
      const at = `${doors.place.publicUrl}${versionPath(then.code, then.version)}/mau.json`;
      return {
        kind: 'bytes',
        status: 200,
        type: 'application/schema+json',
        bytes: Buffer.from(JSON.stringify(toJsonSchema(then.definition.form, at), null, 2)),
        headers: { 'cache-control': 'no-store' },
      };
    },
  }),
  definePage({
    method: 'GET',
    path: '/thay-doi-thu-tuc.atom',
    permission,
    audit: 'none',
    input: z.object({}),
    async handle() {
      const changes = await doors.catalogue.changes(mostInFeed);
      const feed = changesFeed({
        origin: doors.place.publicUrl,
        place: doors.place.name,
        changes,
      });
      return {
        kind: 'bytes',
        status: 200,
        type: 'application/atom+xml; charset=utf-8',
        bytes: Buffer.from(feed),
        headers: { 'cache-control': 'no-store' },
      };
    },
  }),
];

/** Procedures inside the administration are not for the public (catalogue, `isPublic`). */
async function publicNow(doors: Doors, asked: string): Promise<PublishedProcedure | undefined> {
  const now = await doors.catalogue.current(asked);
  return now?.national.isPublic ? now : undefined;
}

function asItStood(ctx: PageCtx, doors: Doors, then: PublishedProcedure, now: PublishedProcedure): Reply {
  const say = sayIn(ctx.locale);
  const sheet = sheetOf(
    { ...then, live: then.live && then.version === now.version },
    say,
    ctx.locale,
    doors.place.kind,
  );
  const main = [
    then.version !== now.version && oldVersionNotice(say, then, `/thu-tuc/${now.code}`),
    procedureView({ say, sheet }),
  ];
  const title = say(`${sheet.name}, phiên bản ${then.version}`, `${sheet.name}, version ${then.version}`);
  const before = back(historyPath(now.code), say('Các phiên bản', 'Versions'));
  return htmlReply(citizenPage(ctx, doors, { title, main, before, noindex: true }));
}
