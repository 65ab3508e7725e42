import { z } from 'zod';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { StandingPaper } from './exemption.ts';
import type { DossierState, SignedScan } from './state.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A `SignedScan` as a command takes it. */
export const signedScan = z.object({
  document: z.uuid(),
  title: z.string(),
  scan: sha256,
  signed: sha256,
  octets: z.number().int().positive(),
  name: z.string(),
  agency: z.string(),
  serial: z.string(),
  at: z.number(),
});

/** The signature of a paper, while the paper shows what was signed. */
export const signatureOfScan = (
  { signedScans = [] }: Pick<DossierState, 'signedScans'>,
  { id, sha256 }: Pick<StandingPaper, 'id' | 'sha256'>,
): SignedScan | undefined => signedScans.find(({ document, scan }) => document === id && scan === sha256);

/** Scans that stand in the dossier and bear no signature yet. */
export const unsignedScans = <P extends StandingPaper>(
  state: Pick<DossierState, 'signedScans'>,
  papers: readonly P[],
): readonly P[] =>
  papers.filter(
    (paper) =>
      paper.source === 'scan' &&
      paper.sha256 !== null &&
      (paper.replaced_by ?? null) === null &&
      !signatureOfScan(state, paper),
  );

/** Each must be a scan of this dossier, as it stands, without a signature. Refused: `paper-not-here`, `scan-signed`. */
export function scansToSign(
  state: Pick<DossierState, 'signedScans'>,
  papers: readonly StandingPaper[],
  scans: readonly SignedScan[],
): Outcome<readonly SignedScan[]> {
  const open = new Set(unsignedScans(state, papers).map(({ id, sha256 }) => `${id} ${sha256}`));
  for (const { document, scan, title } of scans) {
    if (open.delete(`${document} ${scan}`)) continue;
    const known = state.signedScans?.some((each) => each.document === document && each.scan === scan);
    const twice = scans.filter((each) => each.document === document).length > 1;
    const about = { field: 'scans', details: { paper: title } };
    if (known || twice) return refused({ code: 'scan-signed', ...about });
    return refused({ code: 'paper-not-here', ...about });
  }
  return done(scans);
}
