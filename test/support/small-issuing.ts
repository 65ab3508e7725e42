import type { Outcome } from '#kernel/outcome';
import {
  type CredentialWish,
  documentClaims,
  documentType,
  type HolderKey,
  issueCredential,
  issueStatusList,
  makeHolderKey,
} from '#platform/credentials';
import { type SmallAuthority, smallAuthority } from './small-authority.ts';

export const at = Date.UTC(2026, 10, 23, 3, 0, 0);
export const day = 86_400_000;
export const listUri = 'https://tinh.example.vn/trang-thai/1';

export function must<T>(result: Outcome<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
export const codeOf = (result: Outcome<unknown>): string => (result.ok ? 'done' : result.refusal.code);

/** An agency, a wallet, and a credential about an invented document. */
export interface Issuing {
  readonly authority: SmallAuthority;
  readonly holder: HolderKey;
  readonly wish: CredentialWish;
  readonly text: string;
  issue(wish?: Partial<CredentialWish>): Promise<string>;
  list(
    statuses: readonly number[],
    wish?: { readonly uri?: string; readonly expiresAt?: number },
  ): Promise<string>;
}

export async function issuing(now = at): Promise<Issuing> {
  const [authority, holder] = await Promise.all([smallAuthority(now), makeHolderKey()]);
  const wish: CredentialWish = {
    type: documentType,
    ...documentClaims({
      authority: { name: 'Sở Nội vụ', code: 'H01.2' },
      kind: 'KQ.G01.000001',
      number: '15/GXN-UBND',
      title: 'Giấy xác nhận tình trạng hôn nhân',
      owner: { name: 'Nguyễn Thị Đường', personalNumber: '000000000001', birthDate: '1990-02-03' },
      issuedOn: '2026-11-20',
      sha256: 'a'.repeat(64),
    }),
    holder: holder.jwk,
    status: { uri: listUri, index: 3 },
    issuedAt: now,
    expiresAt: now + 100 * day,
  };
  const issue = async (more: Partial<CredentialWish> = {}) =>
    must(await issueCredential({ ...wish, ...more }, authority.person));
  return {
    authority,
    holder,
    wish,
    text: await issue(),
    issue,
    list: async (statuses, more = {}) =>
      must(
        await issueStatusList({ uri: listUri, bits: 2, statuses, issuedAt: now, ...more }, authority.person),
      ),
  };
}
