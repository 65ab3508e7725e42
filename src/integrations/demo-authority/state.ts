import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Instant } from '#kernel/time';
import {
  type CertificateWish,
  type DigestSigner,
  issueCertificate,
  makeKeyPair,
  makeRoot,
  readKeyPair,
  signerOf,
  usageOids,
} from '#platform/certificates';

const day = 86_400_000;
const der = z.base64();
const holder = z.object({ key: der, certificate: der });
const shape = z.object({
  root: holder,
  issuing: holder,
  responder: holder,
  clock: holder,
  issued: z.array(
    z.object({
      serial: z.string(),
      name: z.string(),
      organisation: z.string(),
      at: z.number(),
      to: z.number(),
      revokedAt: z.number().optional(),
    }),
  ),
});
export type Issued = z.infer<typeof shape>['issued'][number];

/** Common names of the two authorities, by which they are recognised. */
export const demoIssuers = {
  root: 'Gốc chứng thực dùng thử',
  issuing: 'Chứng thực chữ ký dùng thử',
} as const;

export interface Authority {
  readonly root: Uint8Array;
  readonly rootSigner: DigestSigner;
  readonly issuing: DigestSigner;
  readonly responder: DigestSigner;
  readonly clock: DigestSigner;
  readonly issued: Issued[];
  /** Keeps what was issued or revoked; whole or not at all. */
  save(): Promise<void>;
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
export const newSerial = (): string => `4${randomBytes(15).toString('hex')}0`.slice(0, 32);

/** Opens the authority of a folder; the first time it is made, with keys of its own. */
export async function openAuthority(folder: string, now: Instant): Promise<Authority> {
  const file = path.join(folder, 'authority.json');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  const kept = text === undefined ? await make(now) : shape.parse(JSON.parse(text));
  const issuingSigner = opened(kept.issuing, []);
  const chain = [issuingSigner.certificate];
  const save = serially(async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const beside = `${file}.${process.pid}.new`;
    await writeFile(beside, JSON.stringify(kept), { mode: 0o600, flush: true });
    await rename(beside, file);
  });
  if (text === undefined) await save();
  return {
    root: bytesOf(kept.root.certificate),
    rootSigner: opened(kept.root, []),
    issuing: issuingSigner,
    responder: opened(kept.responder, chain),
    clock: opened(kept.clock, chain),
    issued: kept.issued,
    save,
  };
}

/** One after the other, for they write the same file. */
function serially(work: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.catch(() => {}).then(work);
    return last;
  };
}

function opened({ key, certificate }: z.infer<typeof holder>, chain: readonly Uint8Array[]): DigestSigner {
  const pair = readKeyPair(bytesOf(key));
  if (!pair.ok) throw new Error('A key of the demo authority cannot be read.');
  return signerOf(pair.value, bytesOf(certificate), chain);
}

async function make(now: Instant): Promise<z.infer<typeof shape>> {
  const validity = { from: now - day, to: now + 20 * 365 * day };
  const named = (commonName: string) =>
    [
      ['country', 'VN'],
      ['organisation', 'Cơ quan chứng thực của bản dùng thử'],
      ['commonName', commonName],
    ] as const;
  const rootPair = await makeKeyPair('p256');
  const root = await makeRoot(
    { subject: named(demoIssuers.root), serial: newSerial(), ...validity },
    rootPair,
  );
  const rootSigner = signerOf(rootPair, root);
  const under = async (issuer: DigestSigner, wish: Omit<CertificateWish, 'serial' | 'from' | 'to'>) => {
    const pair = await makeKeyPair('p256');
    const certificate = await issueCertificate(
      { serial: newSerial(), ...validity, ...wish },
      pair.publicKey,
      issuer,
    );
    return { pair, signer: signerOf(pair, certificate, []) };
  };
  const issuing = await under(rootSigner, {
    subject: named(demoIssuers.issuing),
    authority: { pathLength: 0 },
    keyUsage: ['keyCertSign', 'cRLSign'],
  });
  const responder = await under(issuing.signer, {
    subject: named('Trả lời trạng thái chứng thư'),
    keyUsage: ['digitalSignature'],
    usages: [usageOids.ocspSigning],
    ocspNoCheck: true,
  });
  const clock = await under(issuing.signer, {
    subject: named('Cấp dấu thời gian'),
    keyUsage: ['digitalSignature'],
    usages: [usageOids.timeStamping],
  });
  const kept = ({ pair, signer }: typeof issuing) => ({
    key: base64(pair.pkcs8()),
    certificate: base64(signer.certificate),
  });
  return {
    root: kept({ pair: rootPair, signer: rootSigner }),
    issuing: kept(issuing),
    responder: kept(responder),
    clock: kept(clock),
    issued: [],
  };
}
