import { done, type Outcome, refused } from '#kernel/outcome';
import { openCheckpoint } from './checkpoint.ts';
import { cosign } from './cosignature.ts';
import { emptyRoot, hashBytes, sameHash } from './hash.ts';
import { fromBase64, type Signer, type Verifier } from './keys.ts';
import { readNote } from './note.ts';
import { type Head, mostHashes, provesConsistency } from './proofs.ts';

/** What a log asks a witness (c2sp.org/tlog-witness, add-checkpoint). */
export interface Asked {
  readonly old: number;
  readonly proof: readonly Uint8Array[];
  readonly checkpoint: string;
}
/** A log that a witness looks at. */
export interface WatchedLog {
  readonly origin: string;
  readonly keys: readonly Verifier[];
}
export interface WitnessAnswer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly body: string;
  readonly type?: 'text/x.tlog.size';
  /** To be kept before the answer leaves. */
  readonly seen?: Head;
}

export const writeAsked = ({ old, proof, checkpoint }: Asked): string =>
  `old ${old}\n${proof.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join('')}\n${checkpoint}`;

export function readAsked(body: string): Outcome<Asked> {
  const no = refused({ code: 'asked-odd' });
  const end = body.indexOf('\n\n');
  if (end < 0) return no;
  const [first = '', ...lines] = body.slice(0, end).split('\n');
  const [, old] = /^old (0|[1-9]\d{0,15})$/.exec(first) ?? [];
  const proof = lines.map(fromBase64);
  if (old === undefined || proof.length > mostHashes || !proof.every((hash) => hash?.length === hashBytes))
    return no;
  return done({ old: Number(old), proof: proof as Uint8Array[], checkpoint: body.slice(end + 2) });
}

/**
 * What a witness answers, given what it has cosigned last: it signs only what extends that.
 * @param seconds since 1970.
 */
export function answerAsWitness(
  body: string,
  log: WatchedLog,
  last: Head | undefined,
  { witness, seconds }: { readonly witness: Signer; readonly seconds: number },
): WitnessAnswer {
  const asked = readAsked(body);
  const note = asked.ok ? readNote(asked.value.checkpoint) : asked;
  if (!asked.ok || !note.ok)
    return { status: 400, body: 'The request is not written as add-checkpoint is.\n' };
  const { old, proof, checkpoint } = asked.value;
  if (!note.value.text.startsWith(`${log.origin}\n`))
    return { status: 404, body: 'This log is not known here.\n' };
  const opened = openCheckpoint(checkpoint, log);
  if (!opened.ok)
    return opened.refusal.code === 'checkpoint-odd'
      ? { status: 400, body: 'The checkpoint is not written as one.\n' }
      : { status: 403, body: 'No signature of this log is good.\n' };
  const { size, root } = opened.value;
  const seen = last ?? { size: 0, root: emptyRoot };
  if (old > size) return { status: 400, body: 'The old size is above the new one.\n' };
  if (old !== seen.size) return { status: 409, body: `${seen.size}\n`, type: 'text/x.tlog.size' };
  if (old === size && !sameHash(seen.root, root))
    return { status: 409, body: `${seen.size}\n`, type: 'text/x.tlog.size' };
  // What the proof starts from is what this witness saw, not what anybody says.
  if (!(old === 0 ? proof.length === 0 : provesConsistency(seen, { size, root }, proof)))
    return { status: 422, body: 'The log did not only grow.\n' };
  return { status: 200, body: cosign(opened.value.note.text, witness, seconds), seen: { size, root } };
}
