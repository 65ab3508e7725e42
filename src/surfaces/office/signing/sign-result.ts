import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { type DossierView, type Intent, possibleActs } from '#capabilities/dossiers';
import { officersInUnit } from '#capabilities/identity';
import { illustratedSeal, leaderLook, numberLook, sealLook } from '#capabilities/papers';
import { newResultToken, type ResultSignatures, type SignedFile } from '#capabilities/results';
import type { Holder, Ready, Round, Signing } from '#capabilities/signing';
import type { UnitId } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import type { Ctx } from '#platform/context';
import {
  capacityOf,
  type Doors,
  drawResultToSign,
  paperPlaces,
  paperSourceOf,
  type Signatory,
} from '#surfaces/shared';
import { officerOf } from '../core/officer.ts';
import { sameIn } from './leave.ts';

interface ToSign {
  readonly view: DossierView;
  readonly task?: string | undefined;
}

/**
 * What the act "approve-result" takes: where results are signed here, the leader signs the drawn paper with their own key,
 * number and date left free (NĐ 30/2020, điều 13 and 15). Outside of any transaction: the act checks that nothing changed. Refused
 * as `consent-needed` when the key waits for a consent; in the round after it the same paper is put together once more.
 */
export async function approvalInput(
  ctx: Ctx,
  doors: Doors,
  { view, task }: ToSign,
  round?: Round,
): Promise<Outcome<{ readonly file?: SignedFile; readonly capacity: string }>> {
  const { signing } = doors;
  const places = await paperPlaces(doors, view.rules.definition);
  const { competent } = view.state;
  const capacity = capacityOf(places, competent, await signatoryOf(ctx, competent));
  if (!signing) return done({ capacity });
  const why = whyNot(ctx, view, 'approve-result', task);
  if (why !== undefined) return refused({ code: why });
  const agency = await agencyOf(doors, view);
  const { officer: id, name } = officerOf(ctx);
  const ready = await signing.ready(ctx, { kind: 'officer', id, name, agency }, round);
  if (!ready.ok) return ready;
  const { code } = view.dossier;
  const at = sameIn(round, `${code} at`, () => ctx.clock.now());
  const token = sameIn(round, `${code} token`, newResultToken);
  const drawn = await drawResultToSign(doors.papers, paperSourceOf(view), places, {
    at,
    signerName: name,
    capacity,
    token,
  });
  if (!drawn.ok) return drawn;
  const { leader, ...left } = drawn.value.places;
  const signed = await signing.signPdf(ctx, drawn.value.pdf, ready.value, {
    fieldName: 'nguoi-ky',
    at,
    ...(leader && { appearance: leaderLook(leader, { name, agency, at }) }),
  });
  if (!signed.ok) return signed;
  const own = { ...signature('leader', ready.value, agency, at), capacity };
  const kept = await keep(doors, signed.value, token, [own]);
  return kept.ok ? done({ file: { ...kept.value, places: left }, capacity }) : kept;
}

/**
 * What the act "issue" takes: where results are signed here, the agency writes number and date with one signature and sets
 * its seal with a second one, which carries the data about revocation (B-LT). `numberOf` is asked once the agency can sign.
 */
export async function issueInput(
  ctx: Ctx,
  doors: Doors,
  { view, task }: ToSign,
  numberOf: () => Promise<string>,
): Promise<Outcome<{ readonly number: string; readonly file?: SignedFile }>> {
  const { signing } = doors;
  if (!signing) return done({ number: await numberOf() });
  const why = whyNot(ctx, view, 'issue', task);
  if (why !== undefined) return refused({ code: why });
  const before = view.state.result?.file;
  if (!before) return refused({ code: 'signature-missing' });
  const leaders = await readBack(doors, before);
  if (!leaders.ok) return leaders;
  const agency = await agencyOf(doors, view);
  const ready = await signing.ready(ctx, { kind: 'unit', id: view.state.competent, name: agency });
  if (!ready.ok) return ready;
  const number = await numberOf();
  const at = ctx.clock.now();
  const sealed = await numberAndSeal(ctx, signing, ready.value, leaders.value, {
    places: before.places ?? {},
    number,
    seat: doors.place.seat,
    agency,
    at,
    picture: await sealPicture(ctx, doors, view.state.competent, agency),
  });
  if (!sealed.ok) return sealed;
  const file = await keep(doors, sealed.value, before.token, [
    ...before.signatures,
    signature('number', ready.value, agency, at),
    signature('seal', ready.value, agency, at),
  ]);
  return file.ok ? done({ number, file: file.value }) : file;
}

/** By the title in the account; a right that comes from a delegation only is lent. */
async function signatoryOf(ctx: Ctx, unit: UnitId): Promise<Signatory | undefined> {
  const { officer } = officerOf(ctx);
  const own = (await officersInUnit(ctx, unit, 'unit-leader')).find((each) => each.officer === officer);
  return own && { title: own.title, lent: own.posts.every(({ onBehalfOf }) => onBehalfOf !== undefined) };
}

/** The agency's own; without one, a picture that nobody's seal looks like, for trying out only. */
async function sealPicture(
  ctx: Ctx,
  { signing, place }: Doors,
  unit: UnitId,
  agency: string,
): Promise<Uint8Array | undefined> {
  const own = await signing?.sealOf(ctx, unit);
  return own?.picture ?? (place.demo ? illustratedSeal(agency) : undefined);
}

interface Sealing {
  readonly places: NonNullable<SignedFile['places']>;
  readonly number: string;
  readonly seat: string;
  readonly agency: string;
  readonly at: Instant;
  readonly picture: Uint8Array | undefined;
}

async function numberAndSeal(
  ctx: Ctx,
  signing: Signing,
  ready: Ready,
  pdf: Uint8Array,
  { places, number, seat, agency, at, picture }: Sealing,
): Promise<Outcome<Uint8Array>> {
  const head = numberLook(places, { number, seat, at });
  const numbered = await signing.signPdf(ctx, pdf, ready, {
    fieldName: 'so-ngay',
    bare: true,
    ...(head && { appearance: head }),
  });
  if (!numbered.ok) return numbered;
  const seal = places.seal && sealLook(places.seal, { agency, at, seal: picture });
  return signing.signPdf(ctx, numbered.value, ready, {
    fieldName: 'dau-co-quan',
    lasting: true,
    ...(seal && { appearance: seal }),
  });
}

const whyNot = (ctx: Ctx, view: DossierView, intent: Intent, task: string | undefined) =>
  possibleActs({ actor: ctx.actor, clock: ctx.clock }, view.rules, view.state, task)[intent];

const agencyOf = async ({ units }: Doors, { state }: DossierView): Promise<string> =>
  (await units.directory()).get(state.competent).name;

const signature = (
  role: ResultSignatures[number]['role'],
  { holder, certificate }: Ready,
  agency: string,
  at: Instant,
): ResultSignatures[number] => ({ role, name: nameOf(holder), agency, serial: certificate.serial, at });

const nameOf = ({ name }: Holder): string => name;

async function keep(
  doors: Doors,
  pdf: Uint8Array,
  token: string,
  signatures: ResultSignatures,
): Promise<Outcome<SignedFile>> {
  const kept = await doors.files.keep(pdf);
  if (!kept.ok) return kept;
  const { sha256, size } = kept.value;
  return done({ sha256, octets: size, token, signatures });
}

/** What lies in the store is signed again only while it is what the leader had signed. */
async function readBack(doors: Doors, { sha256 }: SignedFile): Promise<Outcome<Uint8Array>> {
  const stream = await doors.files.open(sha256);
  if (!stream) return refused({ code: 'signed-file-missing' });
  const bytes = await buffer(stream);
  const found = createHash('sha256').update(bytes).digest('hex');
  return found === sha256 ? done(bytes) : refused({ code: 'signed-file-changed' });
}
