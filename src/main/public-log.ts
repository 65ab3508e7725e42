import type { LogIdentity } from '#capabilities/public-log';
import { readSigner, readVerifier, type Signer } from '#platform/tlog';
import type { Witness } from '#ports/public-log';
import { witnessByHttp } from '../integrations/log-witness/index.ts';
import type { LogSettings, WorkerSecrets } from './config/placed.ts';

/** The keys of the log, as they were handed over. */
export const logIdentity = (
  { origin, retired }: Pick<LogSettings, 'origin' | 'retired'>,
  { logKey, logKeyBefore }: Pick<WorkerSecrets, 'logKey' | 'logKeyBefore'>,
): LogIdentity => ({
  origin,
  signer: signerOf(logKey),
  ...(logKeyBefore && { before: signerOf(logKeyBefore) }),
  retired: retired.flatMap(({ key }) => readVerifier(key) ?? []),
});

function signerOf(secret: string): Signer {
  const signer = readSigner(secret);
  if (!signer) throw new Error('The key of the public log cannot be read.');
  return signer;
}

/** The witnesses of the settings, behind their addresses. */
export const witnessesOf = ({ witnesses }: Pick<LogSettings, 'witnesses'>): readonly Witness[] =>
  witnesses.flatMap(({ url, verifier: text }) => {
    const verifier = readVerifier(text);
    return verifier ? [witnessByHttp({ url, verifier })] : [];
  });
