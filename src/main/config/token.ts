import { readFileSync } from 'node:fs';

/** The token in which keys lie (PKCS#11). */
export interface TokenPlace {
  readonly module: string;
  readonly label: string;
  readonly pinFile: string;
}

/** Read when the token is opened, so that no setting holds it. @throws when the file cannot be read. */
export const pinOf = ({ pinFile }: TokenPlace): string =>
  readFileSync(pinFile, 'utf8').split('\n')[0]?.trim() ?? '';
