import { z } from 'zod';
import { dossierPermissions } from '#capabilities/dossiers';
import { ownOfficerNumber } from '#capabilities/identity';
import type { Refusal } from '#kernel/outcome';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import { csrfField, type Doors } from '#surfaces/shared';
import { officeReply } from '../core/frame.ts';
import { officerOf, unitsOf } from '../core/officer.ts';
import { sentenceFor } from '../sentences.ts';
import { sayIn } from '../words/say.ts';
import { ownKeyPath as path } from './addresses.ts';
import { ownKeyView } from './own-key.view.ts';

const permission = dossierPermissions['dossiers.read'];

/** With which key an officer signs, and taking one that a provider of remote signing keeps for them. */
export const ownKeyPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission,
    audit: 'none',
    input: z.object({ xong: z.string().max(10).default('') }),
    handle: (ctx, { xong }) => show(ctx, doors, { done: xong !== '' }),
  }),
  definePage({
    method: 'POST',
    path,
    permission,
    audit: 'signing.name-key',
    perMinute: 20,
    input: z.object({ 'nha-cung-cap': z.string().max(40).default('') }),
    async handle(ctx, { 'nha-cung-cap': provider }) {
      const { signing } = doors;
      if (!signing) return problem('not-found');
      const personalNumber = await ownOfficerNumber(ctx);
      if (personalNumber === undefined) return show(ctx, doors, { refusal: { code: 'own-number-missing' } });
      const { officer: id, name } = officerOf(ctx);
      const holder = { kind: 'officer', id, name, agency: await agencyOf(ctx, doors) } as const;
      const taken = await signing.own.useRemote(ctx, holder, { provider, personalNumber });
      return taken.ok ? redirectTo(`${path}?xong=1`) : show(ctx, doors, { refusal: taken.refusal });
    },
  }),
];

async function agencyOf(ctx: PageCtx, doors: Doors): Promise<string> {
  const [unit] = unitsOf(officerOf(ctx));
  return unit === undefined ? '' : ((await doors.units.directory()).byId(unit)?.name ?? '');
}

interface Shown {
  readonly done?: boolean;
  readonly refusal?: Refusal;
}

async function show(ctx: PageCtx, doors: Doors, { done = false, refusal }: Shown): Promise<Reply> {
  const { signing } = doors;
  if (!signing) return problem('not-found');
  const say = sayIn(ctx.locale);
  const { officer: id, name } = officerOf(ctx);
  const title = say('Chữ ký số của tôi', 'My signature');
  const main = ownKeyView({
    say,
    locale: ctx.locale,
    title,
    name,
    named: await signing.own.named(ctx, { kind: 'officer', id }),
    now: ctx.clock.now(),
    providers: signing.remote.providers,
    hidden: csrfField(ctx),
    done,
    error: refusal && sentenceFor(refusal, ctx.locale),
  });
  return officeReply(ctx, doors, { title, main, at: 'own-key', status: refusal ? 422 : 200 });
}
