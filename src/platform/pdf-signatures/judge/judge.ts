import { done, type Outcome, type Refusal, refused } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import { carriedProof } from '#platform/carried-proof';
import type { Certificate, TrustedChain } from '#platform/certificates';
import { fault, guarded, PdfFault } from '../fault.ts';
import type { SignedField } from '../file/fields.ts';
import { PdfFile } from '../file/pdf-file.ts';
import { limits } from '../limits.ts';
import { certifiedWith, mayFollow } from './certified.ts';
import type { Change } from './explaining.ts';
import { allSigned, historyAfter, type Step } from './history.ts';
import { type Authorship, judgeDocumentStamp, judgeSignature } from './judge-one.ts';
import { type Level, levelOf } from './level.ts';
import type { PdfQuestion } from './question.ts';
import { type Signature, signatureIn } from './range.ts';
import { storeOf } from './store.ts';

export interface JudgedSignature {
  readonly field: string;
  readonly kind: Signature['kind'];
  /** What is signed: up to the end of this revision of so many, so many octets; `whole` when nothing follows it. */
  readonly covers: {
    readonly revision: number;
    readonly of: number;
    readonly octets: number;
    readonly whole: boolean;
  };
  /** What was added after it, all of it allowed. */
  readonly afterwards: readonly Change[];
  readonly certificate: Certificate;
  readonly trust: TrustedChain;
  readonly provenAt?: Instant | undefined;
  readonly claimedAt?: Instant | undefined;
  readonly level: Level;
}
export interface RefusedSignature {
  readonly field: string;
  readonly refusal: Refusal;
}
export interface JudgedPdf {
  /** There is a signature, and none is refused. */
  readonly valid: boolean;
  /** A proof stands behind the file (`#platform/carried-proof`); what is judged is the file without it. */
  readonly carried: boolean;
  readonly signatures: readonly JudgedSignature[];
  readonly refused: readonly RefusedSignature[];
}

interface Found {
  readonly field: SignedField;
  readonly signature: Outcome<Signature>;
}

/**
 * Every signature of a file with its signer, its moment, its level, what it covers and what came after it. A file whose
 * structure can be read in two ways is refused as a whole; a signature that does not hold is named with its refusal,
 * and takes with it those before it which would have to tolerate it. A file without signatures is not valid, and not
 * refused either.
 */
export const judgePdf = (given: Uint8Array, question: PdfQuestion): Promise<Outcome<JudgedPdf>> =>
  guarded(async () => {
    const carried = carriedProof(given);
    const bytes = given.subarray(0, carried?.octets);
    const file = new PdfFile(bytes);
    const found = allSigned(file).map(
      (field): Found => ({ field, signature: outcome(() => signatureIn(file, field)) }),
    );
    const signatures = found.flatMap(({ signature }) => (signature.ok ? [signature.value] : []));
    if (found.length > 0 && file.last.end !== bytes.length) fault('pdf-trailing', 'something after the end');
    const first = Math.min(file.last.index, ...signatures.map(({ revision }) => revision.index));
    const steps = historyAfter(file, first);
    const authors = await authorsOf(file, signatures, question);
    const judged: JudgedSignature[] = [];
    const failed: RefusedSignature[] = [];
    for (const { field, signature } of found) {
      const one = signature.ok
        ? judgedOne(file, signature.value, { signatures, steps, authors, found })
        : signature;
      if (one.ok) judged.push(one.value);
      else failed.push({ field: field.name, refusal: one.refusal });
    }
    const valid = judged.length > 0 && failed.length === 0;
    return done({ valid, carried: carried !== undefined, signatures: judged, refused: failed });
  });

function outcome<T>(work: () => T): Outcome<T> {
  try {
    return done(work());
  } catch (error) {
    if (error instanceof PdfFault) return refused(error.refusal);
    throw error;
  }
}

type Authors = ReadonlyMap<Signature, Outcome<Authorship>>;

/** The newest first, for a document time stamp proves the moment of what it covers. */
async function authorsOf(
  file: PdfFile,
  signatures: readonly Signature[],
  question: PdfQuestion,
): Promise<Authors> {
  if (signatures.reduce((sum, { end }) => sum + end, 0) > limits.hashed)
    fault('pdf-too-large', 'too much to hash');
  const store = signatures.length > 0 ? storeOf(file) : { certificates: [], revocations: [] };
  const authors = new Map<Signature, Outcome<Authorship>>();
  const room = Buffer.allocUnsafe(Math.max(0, ...signatures.map(({ end }) => end)));
  let provenBy: Instant | undefined;
  for (const signature of signatures.toSorted((a, b) => b.revision.index - a.revision.index)) {
    const { hole, after, end } = signature;
    room.set(file.bytes.subarray(0, hole));
    room.set(file.bytes.subarray(after, end), hole);
    const data = room.subarray(0, hole + end - after);
    const evidence = { question, store, provenBy };
    const stamps = signature.kind === 'document-time-stamp';
    const author = stamps
      ? judgeDocumentStamp(signature, data, evidence)
      : await judgeSignature(signature, data, evidence);
    authors.set(signature, author);
    if (stamps && author.ok) provenBy = Math.min(author.value.provenAt ?? Infinity, provenBy ?? Infinity);
  }
  return authors;
}

interface Around {
  readonly signatures: readonly Signature[];
  readonly steps: ReadonlyMap<number, Step>;
  readonly authors: Authors;
  readonly found: readonly Found[];
}

function judgedOne(file: PdfFile, signature: Signature, around: Around): Outcome<JudgedSignature> {
  const author = around.authors.get(signature);
  if (!author) return refused({ code: 'signature-contents' });
  if (!author.ok) return author;
  const afterwards = changesAfter(file, signature, around);
  if (!afterwards.ok) return afterwards;
  const { certificate, trust, provenAt, claimedAt } = author.value;
  const { index } = signature.revision;
  return done({
    field: signature.field.name,
    kind: signature.kind,
    covers: {
      revision: index + 1,
      of: file.revisions.length,
      octets: signature.end,
      whole: index === file.last.index && signature.end === file.bytes.length,
    },
    afterwards: afterwards.value,
    certificate,
    trust,
    provenAt,
    claimedAt,
    level: levelOf(signature, author.value, around.signatures, around.authors, file),
  });
}

function changesAfter(file: PdfFile, signature: Signature, around: Around): Outcome<readonly Change[]> {
  const changes: Change[] = [];
  const permission = certifiedWith(file, signature);
  for (let index = signature.revision.index + 1; index <= file.last.index; index++) {
    const step = around.steps.get(index);
    if (!step || step.refusal) return refused(step?.refusal ?? { code: 'changed-structure' });
    const missing = step.changes.find(
      ({ kind, revision }) => kind !== 'dates' && !holds(kind, revision, around),
    );
    if (missing)
      return refused({
        code: 'changed-by-refused',
        details: { revision: index, field: missing.field ?? '' },
      });
    const odd = step.changes.find((change) => !mayFollow(permission, change));
    if (odd) return refused({ code: 'changed-certified', details: { revision: index, why: odd.kind } });
    changes.push(...step.changes);
  }
  return done(changes);
}

/** A signature field may come later only with a signature that holds, over the very revision that brings it. */
function holds(kind: Change['kind'], revision: number, { signatures, authors }: Around): boolean {
  if (kind !== 'signature' && kind !== 'document-time-stamp') return true;
  const brought = signatures.filter((one) => one.revision.index === revision && one.kind === kind);
  return brought.length === 1 && brought.every((one) => authors.get(one)?.ok === true);
}
