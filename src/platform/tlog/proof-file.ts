import { done, type Outcome, refused } from '#kernel/outcome';
import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import { witnessesOf } from './cosignature.ts';
import { hashBytes } from './hash.ts';
import { fromBase64, type Verifier } from './keys.ts';
import { mostHashes, provesInclusion } from './proofs.ts';

/** Which log is believed: its keys, and how many of which witnesses must have seen the same. */
export interface Policy {
  readonly origin: string;
  readonly keys: readonly Verifier[];
  /** Keys that sign no more, each with the length up to which its checkpoints count. */
  readonly retired?: readonly { readonly key: Verifier; readonly until: number }[];
  readonly witnesses: readonly Verifier[];
  readonly least: number;
}

const head = 'c2sp.org/tlog-proof@v1';
const mostLength = 200_000;

/** A proof that can be looked at without the log (c2sp.org/tlog-proof). @param checkpoint the note with its signatures. */
export const writeProof = (proof: {
  readonly index: number;
  readonly hashes: readonly Uint8Array[];
  readonly checkpoint: string;
  readonly extra?: Uint8Array;
}): string =>
  [
    head,
    ...(proof.extra ? [`extra ${Buffer.from(proof.extra).toString('base64')}`] : []),
    `index ${proof.index}`,
    ...proof.hashes.map((hash) => Buffer.from(hash).toString('base64')),
    '',
    proof.checkpoint,
  ].join('\n');

export interface ReadProof {
  readonly index: number;
  readonly hashes: readonly Uint8Array[];
  readonly checkpoint: string;
  /** Not vouched for by anybody. */
  readonly extra: Uint8Array | undefined;
}

export function readProof(text: string): Outcome<ReadProof> {
  const no = refused({ code: 'proof-odd' });
  const end = text.indexOf('\n\n');
  if (text.length > mostLength || end < 0) return no;
  const lines = text.slice(0, end).split('\n');
  if (lines.shift() !== head) return no;
  const [, extraText] = /^extra (\S+)$/.exec(lines[0] ?? '') ?? [];
  if (extraText !== undefined) lines.shift();
  const extra = extraText === undefined ? undefined : fromBase64(extraText);
  const [, number] = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '') ?? [];
  const hashes = lines.map(fromBase64);
  if (number === undefined || (extraText !== undefined && !extra) || hashes.length > mostHashes) return no;
  if (!hashes.every((hash) => hash?.length === hashBytes)) return no;
  return done({
    index: Number(number),
    hashes: hashes as Uint8Array[],
    checkpoint: text.slice(end + 2),
    extra,
  });
}

/** Whether an entry is in the log that is believed, seen by enough witnesses. @returns where, and in which log. */
export function judgeProof(
  text: string,
  entry: Uint8Array,
  policy: Policy,
): Outcome<Checkpoint & { readonly index: number }> {
  const read = readProof(text);
  if (!read.ok) return read;
  const { index, hashes, checkpoint } = read.value;
  const opened = openBelieved(checkpoint, policy);
  if (!opened.ok) return opened;
  if (witnessesOf(opened.value.note, policy.witnesses).length < policy.least)
    return refused({ code: 'witnesses-missing' });
  if (!provesInclusion({ ...opened.value, index }, entry, hashes)) return refused({ code: 'not-in-log' });
  const { origin, size, root } = opened.value;
  return done({ origin, size, root, index });
}

/** Reads a checkpoint of the log that is believed: signed by one of its keys, or by one that was its key at that length. */
export function openBelieved(
  note: string,
  { origin, keys, retired = [] }: Pick<Policy, 'origin' | 'keys' | 'retired'>,
): ReturnType<typeof openCheckpoint> {
  const opened = openCheckpoint(note, { origin, keys });
  if (opened.ok || opened.refusal.code !== 'note-unsigned') return opened;
  for (const { key, until } of retired) {
    const before = openCheckpoint(note, { origin, keys: [key] });
    if (before.ok) return before.value.size <= until ? before : refused({ code: 'key-retired' });
  }
  return opened;
}
