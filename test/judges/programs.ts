import { isInstalled } from '../support/outside-judge.ts';

/** A program of somebody else that judges what we make. */
export interface Judge {
  readonly program: string;
  /** What it answers to without doing anything. */
  readonly ask: string;
  /** The package of Debian that holds it. */
  readonly debian: string;
  readonly judges: string;
}

export const judges: readonly Judge[] = [
  { program: 'pdfsig', ask: '-v', debian: 'poppler-utils', judges: 'signatures in PDFs (PAdES)' },
  { program: 'pdftoppm', ask: '-v', debian: 'poppler-utils', judges: 'how papers look' },
  { program: 'qpdf', ask: '--version', debian: 'qpdf', judges: 'the build of every PDF' },
  { program: 'xmlsec1', ask: '--version', debian: 'xmlsec1', judges: 'signatures on XML (XAdES)' },
  { program: 'openssl', ask: 'version', debian: 'openssl', judges: 'certificates, CMS, stamps of time' },
  { program: 'softhsm2-util', ask: '--version', debian: 'softhsm2', judges: 'keys in tokens (PKCS#11)' },
  { program: 'zbarimg', ask: '--version', debian: 'zbar-tools', judges: 'QR codes on papers' },
];

export async function absentJudges(): Promise<readonly Judge[]> {
  const there = await Promise.all(judges.map(({ program, ask }) => isInstalled(program, ask)));
  return judges.filter((_, n) => !there[n]);
}
