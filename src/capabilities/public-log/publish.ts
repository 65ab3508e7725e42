import { type Ctx, scopeOf } from '#platform/context';
import {
  consistencyRanges,
  cosignedAt,
  readSignatureLine,
  type Signer,
  signCheckpoint,
  type Verifier,
  writeAsked,
} from '#platform/tlog';
import type { Witness } from '#ports/public-log';
import {
  addCheckpoint,
  addCosignature,
  type CheckpointRow,
  logSize,
  newestCheckpoint,
  pruneCheckpoints,
  witnessedSize,
} from './queries/index.ts';
import { hashesOf } from './tree.ts';

/** Name and key of the log. */
export interface LogIdentity {
  /** Address without scheme; the first line of every checkpoint. */
  readonly origin: string;
  readonly signer: Signer;
  /** The key of before: it signs too while others learn of the new one. */
  readonly before?: Signer;
  /** Keys of before that sign no more. */
  readonly retired?: readonly Verifier[];
}

/** Signs what the log has become since the last checkpoint. @returns how many checkpoints were made: one or none. */
export function publish(ctx: Ctx, { origin, signer, before }: LogIdentity): Promise<number> {
  return ctx.db.transact(scopeOf(ctx.actor), async (transactor) => {
    const newest = await transactor.find(newestCheckpoint, { witnesses: 0, above: -1 });
    const { size } = await transactor.get(logSize, {});
    if (size === 0 || newest?.size === size) return 0;
    const [root] = await hashesOf(transactor, [[0, size]]);
    if (!root) return 0;
    const note = signCheckpoint({ origin, size, root }, signer, ...(before ? [before] : []));
    const at = new Date(ctx.clock.now()).toISOString();
    const made = await transactor.rows(addCheckpoint, { size, root, at, note });
    await transactor.rows(pruneCheckpoints, { now: at });
    return made.length;
  });
}

/** Brings the newest checkpoint to witnesses who have not signed it. @returns how many have signed. */
export async function askWitnesses(ctx: Ctx, witnesses: readonly Witness[]): Promise<number> {
  const newest = await ctx.db.read(scopeOf(ctx.actor), (reader) =>
    reader.find(newestCheckpoint, { witnesses: 0, above: -1 }),
  );
  if (!newest) return 0;
  const signed = await Promise.all(witnesses.map(async (witness) => askOne(ctx, witness, newest)));
  return signed.filter(Boolean).length;
}

async function askOne(ctx: Ctx, witness: Witness, newest: CheckpointRow): Promise<boolean> {
  const { name } = witness.verifier;
  const known = await ctx.db.read(scopeOf(ctx.actor), (reader) =>
    reader.get(witnessedSize, { witness: name }),
  );
  // Another worker may have been quicker, also with a newer one.
  if (known.size >= newest.size) return false;
  const first = await bring(ctx, witness, newest, known.size);
  // It remembers another size: after a restore on either side, or when an answer was lost.
  const other = first?.status === 409 ? Number(/^(\d{1,16})\n$/.exec(first.body)?.[1]) : Number.NaN;
  const answer =
    Number.isSafeInteger(other) && other !== known.size && other <= newest.size
      ? await bring(ctx, witness, newest, other)
      : first;
  if (answer?.status !== 200) {
    if (answer)
      ctx.log.error(
        { witness: name, status: answer.status, size: newest.size },
        'a witness does not sign the public log',
      );
    return false;
  }
  return keepLine(ctx, witness, newest, answer.body);
}

async function bring(ctx: Ctx, witness: Witness, { size, note }: CheckpointRow, old: number) {
  const ranges = consistencyRanges(old, size);
  const proof = await ctx.db.read(scopeOf(ctx.actor), (reader) => hashesOf(reader, ranges));
  const said = await witness.add(writeAsked({ old, proof, checkpoint: note }));
  if (said.ok) return said.value;
  ctx.log.warn({ witness: witness.verifier.name, code: said.refusal.code }, 'a witness does not answer');
  return undefined;
}

/** Only a good signature of this witness on this checkpoint is kept. */
async function keepLine(
  ctx: Ctx,
  { verifier }: Witness,
  { size, note }: CheckpointRow,
  body: string,
): Promise<boolean> {
  const text = note.slice(0, note.lastIndexOf('\n\n') + 1);
  for (const each of body.split(/(?<=\n)/)) {
    const line = readSignatureLine(each);
    const seconds = line && cosignedAt(text, line, verifier);
    if (!line || seconds === undefined) continue;
    await ctx.db.transact(scopeOf(ctx.actor), (transactor) =>
      transactor.rows(addCosignature, {
        size,
        witness: verifier.name,
        at: new Date(seconds * 1000).toISOString(),
        line: line.line,
      }),
    );
    return true;
  }
  ctx.log.error({ witness: verifier.name }, 'what a witness answered is not its signature');
  return false;
}
