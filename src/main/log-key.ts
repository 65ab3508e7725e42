import type { PublishedCheckpoint } from '#capabilities/public-log';
import {
  makeKey,
  openCheckpoint,
  readSigner,
  readVerifier,
  type Signer,
  writeKeyChange,
} from '#platform/tlog';
import {
  dropLogKeyOfBefore,
  findLogKey,
  findLogKeyOfBefore,
  type KeptKey,
  type KnownKeys,
  keepKnownLogKeys,
  knownLogKeys,
  putLogKey,
} from './config/public-log.ts';
import { Refused } from './refused.ts';

export interface KeysStand {
  readonly dataDir: string;
  readonly newest: Pick<PublishedCheckpoint, 'size' | 'note'> | undefined;
  /** The key that is lost, as its owner remembers it. */
  readonly lost?: string;
}
/** Does it, and says what is to be done next. @param write puts it into the journal, which makes it a line of the log. */
export type KeyStep = (
  stand: KeysStand,
  write: (action: string, details: Record<string, string | number>) => Promise<void>,
) => Promise<string>;

/** A new key takes over. The old one signs the change and goes on signing beside it, so that nobody is left behind. */
export const rotateLogKey: KeyStep = async ({ dataDir, newest }, write) => {
  const [old, known] = [findLogKey(dataDir), knownLogKeys(dataDir)];
  if (!old || !known || known.current !== old.text)
    throw new Refused(
      'The key of the log is not there, so it cannot sign its change. See "motcua help log-key".',
    );
  if (findLogKeyOfBefore(dataDir))
    throw new Refused('The last change is not finished: "motcua log-key retire" ends it.');
  const next = made(old.verifier.name);
  const size = newest?.size ?? 0;
  const note = writeKeyChange({ origin: old.verifier.name, old: old.text, next: next.text, size }, [
    next,
    old,
  ]);
  await write('log-key.rotated', { note });
  putLogKey(dataDir, next.secret);
  keepKnownLogKeys(dataDir, { ...known, current: next.text, changes: [...known.changes, note] });
  return `The new key is ${next.text}\nStart again. Keep a copy of DATA_DIR/secrets/public-log-key off this machine, and tell witnesses and whoever checks proofs. When all of them know it: motcua log-key retire.`;
};

/** The old key signs no more and is deleted. */
export const retireLogKey: KeyStep = async ({ dataDir, newest }, write) => {
  const [old, known] = [findLogKeyOfBefore(dataDir), knownLogKeys(dataDir)];
  if (!old || !known) throw new Refused('There is no old key beside the present one; nothing was done.');
  const next = readVerifier(known.current);
  if (newest && !(next && openCheckpoint(newest.note, { origin: next.name, keys: [next] }).ok))
    throw new Refused(
      'The new key has not signed the log yet. Start again, and wait until a line was added.',
    );
  const until = newest?.size ?? 0;
  await write('log-key.retired', { key: old.text, until });
  keepKnownLogKeys(dataDir, retired(known, old.text, until));
  dropLogKeyOfBefore(dataDir);
  return `The old key is deleted. What it signed up to line ${until} stays good. Start again.`;
};

/** A new key goes on with the same log. The old one cannot sign that, so it is believed only by who asks. */
export const replaceLostLogKey: KeyStep = async ({ dataDir, newest, lost }, write) => {
  if (findLogKey(dataDir)) throw new Refused('The key is there. To change it: motcua log-key rotate.');
  const known = knownLogKeys(dataDir) ?? { current: lost ?? '', retired: [], changes: [] };
  const old = readVerifier(known.current);
  if (!old)
    throw new Refused(
      '--lost=… must name the key that is lost, as it stands in the file khoa.json of before.',
      2,
    );
  if (newest && !openCheckpoint(newest.note, { origin: old.name, keys: [old] }).ok)
    throw new Refused(
      `The log was not signed by ${known.current}. Name the key that signed it last by --lost=….`,
      2,
    );
  const next = made(old.name);
  const size = newest?.size ?? 0;
  const note = writeKeyChange({ origin: old.name, old: known.current, next: next.text, size }, [next]);
  await write('log-key.replaced', { note });
  putLogKey(dataDir, next.secret);
  const all = { ...known, changes: [...known.changes, note] };
  keepKnownLogKeys(dataDir, { ...retired(all, known.current, size), current: next.text });
  return `The new key is ${next.text}\nThe keepers of the witnesses must start them again with it, in the same folders: they remember the log by its name and sign only what extends what they saw. Tell everybody who checks proofs by phone and letter. Then start again.`;
};

const retired = (known: KnownKeys, key: string, until: number): KnownKeys => ({
  ...known,
  retired: [...known.retired, { key, until }],
});

function made(name: string): KeptKey & Signer {
  const signer = readSigner(makeKey(name, 1).secret);
  if (!signer) throw new Error('A key that was just made cannot be read');
  return signer;
}
