import { z } from 'zod';
import {
  cataloguePermissions,
  contentOfVersion,
  type VersionInfo,
  versionsOf,
} from '#capabilities/catalogue';
import { decideMove, proposeMove, versionMoves } from '#capabilities/dossiers';
import type { Refusal } from '#kernel/outcome';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import type { DesignerDeps } from '../../core/deps.ts';
import { textOf } from '../../core/fields.ts';
import { designerReply } from '../../core/frame.ts';
import { moveHref } from '../../core/paths-of-pages.ts';
import { sayIn } from '../../core/say.ts';
import { differencesBetween } from '../../difference/differences-between.ts';
import { type Compared, moveView } from './move.view.ts';
import { chosenPlaces, placesBetween } from './places.ts';

const path = '/thiet-ke/thu-tuc/:code/chuyen';
const code = z.string().regex(/^\d\.\d{6}$/);
/** Versions that open work stays on are few; each is compared with the one it would go to. */
const mostCompared = 5;

/** Open drafts and dossiers of a procedure go over to another version: looked at, proposed, decided by a second person. */
export const movePages = (doors: Doors, deps: DesignerDeps): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission: cataloguePermissions['catalogue.design'],
    audit: 'none',
    input: z.object({ code, den: z.coerce.number().int().min(1).optional().catch(undefined) }),
    handle: (ctx, input) => moveReply(ctx, doors, deps, { procedure: input.code, to: input.den }),
  }),
  definePage({
    method: 'POST',
    path,
    permission: cataloguePermissions['catalogue.design'],
    audit: 'dossiers.<act>-move',
    input: z.object({
      code,
      _lam: z.enum(['de-nghi', 'duyet', 'bo']),
      _den: z.coerce.number().int().min(1).optional().catch(undefined),
      _viec: z.uuid().optional().catch(undefined),
    }),
    async handle(ctx, { code: procedure, _lam, _den: to = 0, _viec: move = '' }) {
      const outcome =
        _lam === 'de-nghi'
          ? await proposeMove(ctx, await versionsOf(ctx, deps.services, procedure), {
              code: procedure,
              to,
              reason: textOf(ctx.fields, '_ly-do'),
              ground: textOf(ctx.fields, '_can-cu'),
              places: chosenPlaces(ctx.fields),
            })
          : await decideMove(ctx, move, _lam === 'duyet' ? 'approve' : 'drop');
      return outcome.ok
        ? redirectTo(`${moveHref(procedure)}?xong=1`)
        : moveReply(ctx, doors, deps, { procedure, to, refusal: outcome.refusal });
    },
  }),
];

interface Asked {
  readonly procedure: string;
  readonly to?: number | undefined;
  readonly refusal?: Refusal;
}

async function moveReply(
  ctx: PageCtx,
  doors: Doors,
  deps: DesignerDeps,
  { procedure, to, refusal }: Asked,
): Promise<Reply> {
  const [versions, moves] = await Promise.all([
    versionsOf(ctx, deps.services, procedure),
    versionMoves(ctx, procedure),
  ]);
  const [newest] = versions;
  if (!newest) return problem('not-found');
  const say = sayIn(ctx.locale);
  const open = moves.latest && !['done', 'dropped'].includes(moves.latest.state) ? moves.latest : undefined;
  const inForce = versions.find(({ standing }) => standing === 'in-force') ?? newest;
  const target = open?.to_version ?? (to || inForce.version);
  const used = versions.filter(
    (each) => each.version !== target && each.open.drafts + each.open.dossiers > 0,
  );
  return designerReply(ctx, doors, {
    title: say('Chuyển hồ sơ sang phiên bản khác', 'Move dossiers to another version'),
    at: 'versions',
    main: moveView(ctx, {
      code: procedure,
      name: newest.name,
      versions,
      target,
      compared: await comparedWith(ctx, procedure, used, target),
      places: await placesBetween(
        ctx,
        procedure,
        target,
        used
          .flatMap(({ version, open: { dossiers } }) => (dossiers > 0 ? [version] : []))
          .slice(0, mostCompared),
      ),
      moves,
      refusal,
    }),
    refusal,
    target: refusal && targets[refusal.field ?? ''],
  });
}

/** What would change for those on each version that holds open work. */
async function comparedWith(
  ctx: PageCtx,
  code: string,
  used: readonly VersionInfo[],
  target: number,
): Promise<readonly Compared[]> {
  const after = await contentOfVersion(ctx, code, target);
  if (!after) return [];
  const found: Compared[] = [];
  for (const { version } of used.slice(0, mostCompared)) {
    const before = await contentOfVersion(ctx, code, version);
    if (before) found.push({ version, differences: await differencesBetween(before, after) });
  }
  return found;
}

const targets: Readonly<Record<string, string>> = { to: '_den', reason: '_ly-do', ground: '_can-cu' };
