import { createHash } from 'node:crypto';
import { changeResult, type IssuedResult, recordResult } from '#capabilities/results';
import { scopeOf } from '#platform/context';
import { signPdf } from '#platform/pdf-signatures';
import { type Filed, type House, unitsOfHouse } from './pages.ts';
import type { SmallAuthority } from './small-authority.ts';

export const groundOfTest = 'Quyết định 15/QĐ-UBND ngày 20/11/2026: sai ngày sinh';
const leader = 'officer:unit-leader@committeeA';

export interface Registered {
  readonly id: string;
  readonly dossier: Filed;
  readonly token: string;
  readonly number: string;
}

/** A result of committee A with its file, on a dossier of the first citizen. */
export async function aRegistered(
  house: House,
  file: Uint8Array,
  change: Partial<IssuedResult> = {},
): Promise<Registered> {
  const dossier = await house.aDossier();
  const ctx = await house.ctx(leader);
  const sha256 = createHash('sha256').update(file).digest('hex');
  const token = sha256.slice(0, 32);
  const number = `${Number.parseInt(sha256.slice(0, 6), 16)}/GXN-UBND`;
  const at = house.clock.now();
  const issued: IssuedResult = {
    dossier,
    number,
    kind: 'KQ.G1',
    title: 'Giấy xác nhận thông tin hộ tịch',
    outcome: 'granted',
    issuer: { id: unitsOfHouse.committeeA, name: 'UBND xã Châu Phong' },
    signerName: 'Lê Văn Ký',
    content: {},
    ownerName: 'Nguyễn Thị Lan',
    file: {
      sha256,
      octets: file.length,
      token,
      signatures: [
        {
          role: 'leader',
          name: 'Lê Văn Ký',
          agency: 'UBND xã Châu Phong',
          serial: '4a1c09f27b3385d2',
          at,
        },
        {
          role: 'seal',
          name: 'UBND xã Châu Phong',
          agency: 'UBND xã Châu Phong',
          serial: '4b77e0aa1299c3f1',
          at,
        },
      ],
    },
    ...change,
  };
  const id = await ctx.db.transact(scopeOf(ctx.actor), (transactor) => recordResult(transactor, ctx, issued));
  return { id, dossier, token, number: issued.number };
}

/** As its leader does: revoked, or replaced by what is named. */
export async function end(house: House, one: Registered, newer = ''): Promise<void> {
  const wish = { result: one.id, ground: groundOfTest, newer };
  const ended = await changeResult(await house.ctx(leader), one.dossier, wish);
  if (!ended.ok) throw new Error(ended.refusal.code);
}

/** A paper as the house draws it, signed by an officer of a small authority. */
export async function aSignedPaper(house: House, { at, person }: SmallAuthority): Promise<Uint8Array> {
  const filed = await house.aDossier();
  await house.act(filed, 'accept', {}, 'officer:one-stop-officer@centreA');
  const receipt = `/cua-toi/ho-so/${filed.code}/giay/giay-tiep-nhan`;
  const paper = await house.visit('GET', receipt, { as: 'citizen1' });
  const signed = await signPdf(paper.bytes, { signer: person, at, fieldName: 'leader' });
  if (!signed.ok) throw new Error(signed.refusal.code);
  return signed.value;
}

/** Posts a file as a browser does that runs no script. */
export async function postFile(
  house: House,
  origin: string,
  bytes: Uint8Array | undefined,
  name = 'ket-qua.pdf',
) {
  const page = await fetch(`${origin}/kiem-tra`);
  const cookie = String(page.headers.get('set-cookie')).split(';')[0] ?? '';
  const action = /action="(\/kiem-tra\/tep\?_csrf=[^"]+)"/.exec(await page.text())?.[1] ?? '';
  const body = new FormData();
  if (bytes) body.append('tep', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), name);
  const answer = await fetch(origin + action.replaceAll('&amp;', '&'), {
    method: 'POST',
    body,
    headers: { cookie },
  });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}
