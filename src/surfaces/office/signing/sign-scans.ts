import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { DossierView, SignedScan } from '#capabilities/dossiers';
import { comparedLook, scanAsPdf } from '#capabilities/papers';
import type { Ready, Round, Signing } from '#capabilities/signing';
import type { UnitId } from '#kernel/ids';
import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import type { Ctx } from '#platform/context';
import type { Doors } from '#surfaces/shared';
import { officerOf } from '../core/officer.ts';
import { sameIn } from './leave.ts';

type Paper = DossierView['documents'][number];

export interface ScansSigned {
  readonly scans: readonly SignedScan[];
  /** Why some are not signed: the officer's certificate, a service, or a file that takes no signature (`scan-…`). */
  readonly refusal?: Refusal;
}

/**
 * The officer says by a signature on each scan that it shows the paper that was handed in (DOMAIN §5.5). A picture becomes a
 * PDF first; a PDF is signed as it came, by appending. One that takes no signature does not keep the others from theirs.
 */
export async function signScans(
  ctx: Ctx,
  doors: Doors,
  unit: UnitId,
  papers: readonly Paper[],
  round?: Round,
): Promise<ScansSigned> {
  const { signing } = doors;
  if (!signing) return { scans: [], refusal: { code: 'signing-off' } };
  const { officer: id, name } = officerOf(ctx);
  const agency = (await doors.units.directory()).get(unit).name;
  const ready = await signing.ready(ctx, { kind: 'officer', id, name, agency }, round);
  if (!ready.ok) return { scans: [], refusal: ready.refusal };
  const scans: SignedScan[] = [];
  let refusal: Refusal | undefined;
  for (const paper of papers) {
    const one = await signOne(ctx, { doors, signing, ready: ready.value, name, agency, round }, paper);
    if (one.ok) scans.push(one.value);
    else {
      if (!refusal || waits(refusal)) refusal = one.refusal;
      // Anything else than the file itself would refuse the next one too; all of them wait for one consent.
      if (!one.refusal.code.startsWith('scan-') && !waits(one.refusal)) break;
    }
  }
  return { scans, ...(refusal && { refusal }) };
}

const waits = ({ code }: Refusal): boolean => code === 'consent-needed';

interface Hand {
  readonly doors: Doors;
  readonly signing: Signing;
  readonly ready: Ready;
  readonly name: string;
  readonly agency: string;
  readonly round: Round | undefined;
}

async function signOne(
  ctx: Ctx,
  { doors, signing, ready, name, agency, round }: Hand,
  { id, title, sha256, kind }: Paper,
): Promise<Outcome<SignedScan>> {
  const details = { paper: title };
  const bytes = sha256 === null ? undefined : await contentOf(doors, sha256);
  if (sha256 === null || !bytes) return refused({ code: 'scan-missing', details });
  const at = sameIn(round, `${id} at`, () => ctx.clock.now());
  const pdf = kind === 'pdf' ? done(bytes) : await scanAsPdf({ picture: bytes, title, author: agency, at });
  if (!pdf.ok) return refused({ ...pdf.refusal, details });
  const wish = { fieldName: 'can-bo-doi-chieu', reason: 'Đã đối chiếu với bản giấy', lasting: true, at };
  const appearance = comparedLook({ name, agency, at });
  let signed = await signing.signPdf(ctx, pdf.value, ready, { ...wish, appearance });
  // A page as small as a card has no room for words: the signature is in the file all the same.
  if (!signed.ok && signed.refusal.code === 'box-outside')
    signed = await signing.signPdf(ctx, pdf.value, ready, wish);
  if (!signed.ok) return ofFile(signed.refusal) ? refused({ code: 'scan-unsignable', details }) : signed;
  const kept = await doors.files.keep(signed.value);
  if (!kept.ok) return refused({ code: 'scan-too-large', details });
  return done({
    document: id,
    title,
    scan: sha256,
    signed: kept.value.sha256,
    octets: kept.value.size,
    name,
    agency,
    serial: ready.certificate.serial,
    at,
  });
}

/** Broken, encrypted, a form, certified against signatures, already signed under this name. */
const ofFile = ({ code }: Refusal): boolean =>
  code.startsWith('pdf-') || code === 'page-missing' || code === 'field-taken';

/** What lies in the store is signed only while it is what was taken in. */
async function contentOf(doors: Doors, sha256: string): Promise<Uint8Array | undefined> {
  const stream = await doors.files.open(sha256);
  const bytes = stream && (await buffer(stream));
  return bytes && createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : undefined;
}
