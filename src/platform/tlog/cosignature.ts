import type { Signer, Verifier } from './keys.ts';
import { isOf, type Note, type SignatureLine, signatureLine } from './note.ts';

const message = (seconds: bigint, text: string): Uint8Array =>
  Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);
const most = 2n ** 63n - 1n;

/** A witness's line below a checkpoint: that it saw the log grow to this, and when (c2sp.org/tlog-cosignature). */
export function cosign(text: string, witness: Signer, seconds: number): string {
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(seconds));
  return signatureLine(witness.verifier, Buffer.concat([time, witness.sign(message(BigInt(seconds), text))]));
}

/** When a witness has signed, in seconds since 1970; nothing when this line is not its good signature. */
export function cosignedAt(
  text: string,
  line: Pick<SignatureLine, 'name' | 'id' | 'signature'>,
  witness: Verifier,
): number | undefined {
  if (witness.type !== 4 || !isOf(line, witness) || line.signature.length !== 72) return undefined;
  const bytes = Buffer.from(line.signature);
  const seconds = bytes.readBigUInt64BE();
  if (seconds > most || !witness.verify(message(seconds, text), bytes.subarray(8))) return undefined;
  return Number(seconds);
}

/** Which of these witnesses have signed a note, each once. */
export const witnessesOf = (note: Note, witnesses: readonly Verifier[]): readonly Verifier[] =>
  witnesses.filter((witness) =>
    note.lines.some((line) => cosignedAt(note.text, line, witness) !== undefined),
  );
