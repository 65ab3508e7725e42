import { createHash, randomBytes } from 'node:crypto';
import {
  cosign,
  inclusionRanges,
  leafHash,
  makeKey,
  readSigner,
  rootOf,
  type Signer,
  signCheckpoint,
  writeKeyChange,
  writeProof,
} from '#platform/tlog';

const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const origin = 'motcua.example.vn/nhat-ky';
const lines = 11;
const index = 5;

type Named = Signer & { readonly text: string };
function signer(name: string, type: 1 | 4): Named {
  const read = readSigner(makeKey(name, type).secret);
  if (!read) throw new Error('A key that was just made');
  return read;
}

/** As `/nhat-ky/khoa.json` says it. */
interface Keys {
  readonly origin: string;
  readonly keys: string[];
  readonly retired: { readonly key: string; readonly until: number }[];
  readonly changes: string[];
  readonly witnesses: string[];
  readonly least: number;
}
export interface SmallLog {
  readonly policy: Keys;
  /** A bundle about one line among others, seen by so many of its two witnesses. */
  bundle(
    source: string,
    content: string,
    how?: { readonly witnesses?: number; readonly by?: SmallLog },
  ): string;
  readonly key: Named;
  /** The same log with a new key, which the old one has signed or not. */
  rotated(how: { readonly signedByOld: boolean }): SmallLog;
}

/** A public log in memory with two witnesses, written by code of its own; enough to make proofs, good and bad. */
export function smallLog(seconds: number): SmallLog {
  const seers = [signer('witness.example.vn/1', 4), signer('witness.example.vn/2', 4)];
  const keys = { origin, witnesses: seers.map(({ text }) => text), least: 2 };
  return logOf(signer(origin, 1), seers, seconds, { ...keys, retired: [], changes: [], keys: [] });
}

function logOf(key: Named, seers: readonly Named[], seconds: number, about: Keys): SmallLog {
  return {
    policy: { ...about, keys: [key.text] },
    key,
    bundle(source, content, { witnesses = 2, by } = {}) {
      const salt = randomBytes(16);
      const line = `${source} ${sha256(salt, sha256(Buffer.from(content))).toString('base64')}`;
      const hashes = Array.from({ length: lines }, (_, n) =>
        leafHash(Buffer.from(n === index ? line : `act ${n}`)),
      );
      const checkpoint = signCheckpoint({ origin, size: lines, root: rootOf(hashes) }, by?.key ?? key);
      const text = checkpoint.slice(0, checkpoint.indexOf('\n\n') + 1);
      const seen = seers.slice(0, witnesses).map((seer) => cosign(text, seer, seconds));
      const proof = writeProof({
        index,
        hashes: inclusionRanges(index, lines).map(([from, to]) => rootOf(hashes.slice(from, to))),
        checkpoint: checkpoint + seen.join(''),
      });
      return JSON.stringify({
        format: 'motcua-proof/1',
        source,
        content,
        salt: salt.toString('base64'),
        proof,
      });
    },
    rotated({ signedByOld }) {
      const next = signer(origin, 1);
      const change = { origin, old: key.text, next: next.text, size: lines };
      const note = writeKeyChange(change, signedByOld ? [next, key] : [next]);
      const retired = [...about.retired, { key: key.text, until: lines }];
      return logOf(next, seers, seconds, { ...about, retired, changes: [...about.changes, note] });
    },
  };
}

const ids = [1, 2, 3].map((n) => `019aa7f0-0000-7000-8000-00000000000${n}`);
const hex = (paper: Uint8Array): string => sha256(paper).toString('hex');

/** What the log says of the file of a result. */
export const resultLine = (paper: Uint8Array): string =>
  JSON.stringify([
    ...ids,
    '15/GXN-UBND',
    'c0ffee',
    hex(paper),
    paper.length,
    [],
    '2026-11-20T02:00:00.000000Z',
  ]);

/** What it says of a receipt. */
export const receiptLine = (paper: Uint8Array): string =>
  JSON.stringify([...ids.slice(0, 2), 'giay-tiep-nhan', hex(paper), '2026-11-20T02:00:00.000000Z']);
