import { makeStamp } from '#platform/cms';
import { signPdf } from '#platform/pdf-signatures';
import { newSerial, type SmallAuthority } from './small-authority.ts';
import { smallRevocations } from './small-revocations.ts';

/** A whole PDF of one page with these words. */
export function smallPaper(words: string): Uint8Array {
  const text = `BT /F 12 Tf 20 100 Td (${words}) Tj ET`;
  const bodies = [
    '<</Type /Catalog /Pages 2 0 R>>',
    '<</Type /Pages /Kids [3 0 R] /Count 1>>',
    '<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>>',
    `<</Length ${text.length}>>\nstream\n${text}\nendstream`,
    '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>',
  ];
  let file = '%PDF-1.7\n';
  const places = bodies.map((body, n) => {
    const at = file.length;
    file += `${n + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const trailer = `trailer\n<</Size ${bodies.length + 1} /Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(
    `${file}xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${places.join('')}${trailer}`,
    'latin1',
  );
}

/** Signed by the authority's person and then by an agency, each with a stamp of time and data about revocation. */
export async function signedPaper(words: string, authority: SmallAuthority): Promise<Uint8Array> {
  const { at, clock, person } = authority;
  const name = [['country', 'VN'] as const, ['commonName', 'Sở Nội vụ tỉnh Mẫu'] as const];
  const agency = await authority.issue({ subject: name, keyUsage: ['digitalSignature', 'nonRepudiation'] });
  const source = smallRevocations(authority, { now: () => at });
  const revocations = { source, roots: [authority.root] };
  let paper = smallPaper(words);
  for (const [fieldName, signer] of [['leader', person] as const, ['seal', agency] as const]) {
    const stamper = {
      stamp: (digest: Uint8Array) =>
        makeStamp(
          { imprint: { hash: 'sha256', digest } },
          { signer: clock, policy: '1.3.6.1.4.1.99999.1.1', at, accuracyMs: 900, serial: newSerial() },
        ),
    };
    const signed = await signPdf(paper, { signer, at, fieldName, stamper, revocations });
    if (!signed.ok) throw new Error(signed.refusal.code);
    paper = signed.value;
  }
  return paper;
}
