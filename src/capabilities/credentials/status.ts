import { isUuid, type UnitId } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import { type Instant, localDate } from '#kernel/time';
import { type Ctx, scopeOf } from '#platform/context';
import { issueStatusList, statuses } from '#platform/credentials';
import { type CredentialParts, listAddress } from './parts.ts';
import { listState } from './queries/index.ts';

export const placesOfList = 65_536;
/** For so long the database is not asked again; with what browsers and proxies keep it is below five seconds. */
const restMs = 1000;
/** While nothing changes, a list is signed anew so often. */
const signedForMs = 60_000;
/** For so long a list may be carried along to be looked at without a network. */
const lastsMs = 86_400_000;

interface Kept {
  readonly askedAt: Instant;
  readonly signedAt: Instant;
  readonly ended: string;
  readonly text: string;
}

/** The signed list of states of an agency's credentials. Refused: `list-missing`, `agency-cannot-sign`. */
export type StatusLists = (ctx: Ctx, agency: string, list: number) => Promise<Outcome<string>>;

interface Asked {
  readonly agency: string;
  readonly list: number;
  readonly before: Kept | undefined;
}
const keyOf = ({ agency, list }: Pick<Asked, 'agency' | 'list'>): string => `${agency}/${list}`;

export function openStatusLists(parts: CredentialParts): StatusLists {
  const kept = new Map<string, Kept>();
  const underWay = new Map<string, Promise<Outcome<string>>>();
  async function ask(ctx: Ctx, asked: Asked): Promise<Outcome<string>> {
    const made = await listNow(ctx, parts, asked);
    if (!made.ok) return made;
    kept.set(keyOf(asked), made.value);
    return done(made.value.text);
  }
  return (ctx, agency, list) => {
    const key = keyOf({ agency, list });
    const now = ctx.clock.now();
    const before = kept.get(key);
    if (before && now >= before.askedAt && now < before.askedAt + restMs)
      return Promise.resolve(done(before.text));
    const asked = underWay.get(key) ?? ask(ctx, { agency, list, before }).finally(() => underWay.delete(key));
    underWay.set(key, asked);
    return asked;
  };
}

async function listNow(
  ctx: Ctx,
  { signing, units, issuer }: CredentialParts,
  {
    agency,
    list,
    before,
  }: { readonly agency: string; readonly list: number; readonly before: Kept | undefined },
): Promise<Outcome<Kept>> {
  const missing = refused({ code: 'list-missing' });
  const unit = isUuid(agency) ? (await units.directory()).byId(agency as UnitId) : undefined;
  if (!unit) return missing;
  const now = ctx.clock.now();
  const { total, ended } = await ctx.db.read(scopeOf(ctx.actor), (reader) =>
    reader.get(listState, { agency, list, today: localDate(now) }),
  );
  if (total === 0) return missing;
  const said = ended.join();
  if (before?.ended === said && now >= before.signedAt && now < before.signedAt + signedForMs)
    return done({ ...before, askedAt: now });
  const ready = await signing.ready(ctx, { kind: 'unit', id: unit.id, name: unit.name });
  if (!ready.ok) return refused({ code: 'agency-cannot-sign' });
  const states = new Uint8Array(placesOfList);
  for (const place of ended) states[place] = statuses.invalid;
  const text = await issueStatusList(
    {
      uri: listAddress(issuer, agency, list),
      bits: 2,
      statuses: states,
      issuedAt: now,
      expiresAt: now + lastsMs,
    },
    ready.value.signer,
  );
  return text.ok
    ? done({ askedAt: now, signedAt: now, ended: said, text: text.value })
    : refused({ code: 'agency-cannot-sign' });
}
