import { createHash } from 'node:crypto';
import { record } from '#capabilities/audit';
import { uuidv7 } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import {
  type Certificate,
  type DigestSigner,
  judgeChain,
  type RevocationData,
  readCertificate,
  SignerUnavailable,
} from '#platform/certificates';
import { type Ctx, scopeOf } from '#platform/context';
import { belongsTo, type Holder, type Signatory, subjectOf } from './holder.ts';
import { placeOf, type SigningParts } from './parts.ts';
import type { RemoteCredential, RemoteSigning } from './ports.ts';
import { addCertificate, holdersNamed, newestCertificate } from './queries/index.ts';
import type { Hand, Round } from './rounds.ts';

export interface Ready {
  readonly holder: Holder;
  readonly signer: DigestSigner;
  readonly certificate: Certificate;
  /** Where its holder agrees elsewhere: why it did not sign. */
  readonly why?: Hand['why'];
}

/**
 * The signer of a holder whose certificate holds at this moment. Refused with a way on: `certificate-missing`,
 * `certificate-expired`, `certificate-not-yet`, `certificate-revoked`, `certificate-wrong-person`,
 * `certificate-untrusted`, `revocation-unknown`, and as the key store refuses. A key whose holder agrees elsewhere needs a
 * round: `consent-elsewhere` without one.
 */
export async function readyToSign(
  ctx: Ctx,
  parts: SigningParts,
  holder: Holder,
  round?: Round,
): Promise<Outcome<Ready>> {
  const found = await handOf(ctx, parts, holder, round);
  if (!found.ok) return found;
  const { signer, why } = found.value;
  const judged = await judgeToSign(ctx, parts, holder, signer);
  return judged.ok ? done({ holder, signer, certificate: judged.value, ...(why && { why }) }) : judged;
}

type AnyHand = Pick<Hand, 'signer'> & Partial<Hand>;

async function handOf(
  ctx: Ctx,
  parts: SigningParts,
  holder: Holder,
  round: Round | undefined,
): Promise<Outcome<AnyHand>> {
  const named = await ctx.db.read(scopeOf(ctx.actor), (reader) =>
    reader.find(newestCertificate, { kind: holder.kind, holder: holder.id }),
  );
  if (named?.store === 'remote') return remoteHand(parts, holder, named.key, round);
  const store = parts.stores.find(({ kind }) => kind === named?.store);
  const signer = !named
    ? await enrolled(ctx, parts, holder)
    : store
      ? await store.signer(named.key)
      : refused({ code: 'key-store-unavailable' });
  return signer.ok ? done({ signer: signer.value }) : signer;
}

async function remoteHand(
  parts: SigningParts,
  { kind }: Holder,
  key: string,
  round: Round | undefined,
): Promise<Outcome<AnyHand>> {
  const place = placeOf(parts, key);
  if (!place) return refused({ code: 'key-store-unavailable' });
  const { remote, credential: id } = place;
  const asked = round?.credentials.get(key) ?? remote.credential(id);
  round?.credentials.set(key, asked);
  const found = await asked;
  if (!found.ok) return found;
  // Nobody signs for a person: only a seal may be set without asking.
  if (found.value.consent === 'none')
    return kind === 'unit' ? done({ signer: atOnce(remote, found.value) }) : refused({ code: 'remote-none' });
  return round ? done(round.hand(key, found.value)) : refused({ code: 'consent-elsewhere' });
}

/** A seal that was entrusted to this system: the provider signs whenever it is asked. */
const atOnce = (remote: RemoteSigning, { id, certificate, chain }: RemoteCredential): DigestSigner => ({
  certificate,
  chain,
  async sign(data) {
    const digest = createHash('sha256').update(data).digest();
    const signed = await remote.signAtOnce({ credential: id, digests: [digest] });
    const [signature] = signed.ok ? signed.value : [];
    if (!signature) throw new SignerUnavailable(signed.ok ? 'No signature' : signed.refusal.code);
    return signature;
  },
});

/** Where an authority certifies at once, as in the demo, the first signature asks it to. */
async function enrolled(ctx: Ctx, parts: SigningParts, holder: Holder): Promise<Outcome<DigestSigner>> {
  if (!parts.enrolment) return refused({ code: 'certificate-missing', details: { name: holder.name } });
  const key = `${holder.kind}-${holder.id}`;
  const made = await parts.enrolment.enrol({ key, subject: subjectOf(holder) });
  if (!made.ok) return made;
  const added = await nameKey(ctx, holder, { store: parts.enrolment.store, key }, made.value.certificate);
  return added.ok ? made : added;
}

/** Officers for whom a certificate is named that has not run out; whether it holds is judged when it signs. */
export async function officersWithKey(ctx: Ctx, officers: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await ctx.db.read(scopeOf(ctx.actor), (reader) =>
    reader.rows(holdersNamed, { kind: 'officer', holders: officers, now: ctx.clock.now() }),
  );
  return new Set(rows.map(({ holder }) => holder));
}

/** Says which key signs for a holder from now on. Refused as `certificate-odd` and `certificate-wrong-person`. */
export async function nameKey(
  ctx: Ctx,
  holder: Holder,
  where: { readonly store: 'file' | 'token' | 'remote'; readonly key: string },
  der: Uint8Array,
): Promise<Outcome<Certificate>> {
  const read = readCertificate(der);
  if (!read.ok) return read;
  const certificate = read.value;
  if (!belongsTo(certificate, holder)) return wrongPerson(certificate, holder);
  const now = ctx.clock.now();
  await ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    await transactor.get(addCertificate, {
      id: uuidv7(now),
      kind: holder.kind,
      holder: holder.id,
      ...where,
      serial: certificate.serial,
      name: certificate.subject.parts.commonName ?? '',
      from: certificate.validity.from,
      to: certificate.validity.to,
      at: now,
    });
    await record(transactor, ctx, {
      action: 'signing.name-key',
      subject: `${holder.kind}:${holder.id}`,
      details: { store: where.store, serial: certificate.serial },
    });
  });
  return done(certificate);
}

const wrongPerson = ({ subject }: Certificate, { name }: Signatory) =>
  refused({
    code: 'certificate-wrong-person',
    details: { name, certificate: subject.parts.commonName ?? '' },
  });

/** Looked at when it signs, not when it was named: dates, revocation, and whose it is (NĐ 23/2025, on valid signatures). */
export async function judgeToSign(
  ctx: Ctx,
  { roots, revocations }: Pick<SigningParts, 'roots' | 'revocations'>,
  holder: Signatory,
  signer: Pick<DigestSigner, 'certificate' | 'chain'>,
): Promise<Outcome<Certificate>> {
  const read = readCertificate(signer.certificate);
  if (!read.ok) return read;
  if (!belongsTo(read.value, holder)) return wrongPerson(read.value, holder);
  const at = ctx.clock.now();
  const question = {
    certificate: signer.certificate,
    others: signer.chain,
    roots,
    at,
    purpose: 'signing' as const,
  };
  const withoutWords = judgeChain({ ...question, revocations: [] });
  if (!withoutWords.ok) return withName(withoutWords, holder);
  const [own, issuer] = withoutWords.value.path;
  const words: RevocationData[] = [];
  if (own && issuer) {
    const word = await revocations.fetch(own.der, issuer.der);
    if (!word.ok) return refused({ code: 'revocation-unknown' });
    words.push(word.value);
  }
  const chain = judgeChain({ ...question, revocations: words });
  if (!chain.ok) return withName(chain, holder);
  // What nobody answers for is not signed with: a stolen key must not profit from a silent service.
  if (chain.value.unchecked.some((one) => one.serial === read.value.serial))
    return refused({ code: 'revocation-unknown' });
  return done(read.value);
}

const withName = (outcome: Extract<Outcome<unknown>, { ok: false }>, { name }: Signatory) =>
  refused({ ...outcome.refusal, details: { ...outcome.refusal.details, name } });
