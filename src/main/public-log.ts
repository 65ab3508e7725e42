import { readSigner, readVerifier, type Signer } from '#platform/tlog';
import type { Witness } from '#ports/public-log';
import { witnessByHttp } from '../integrations/log-witness/index.ts';
import type { LogSettings } from './config/placed.ts';

/** The key of the log, as it was handed over. */
export function logSigner(secret: string): Signer {
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
