import { committeeA } from '#builders/organisations';
import { startDraft } from '#capabilities/dossiers';
import { signInCitizen } from '#capabilities/identity';
import type { Signing } from '#capabilities/signing';
import type { CitizenActor } from '#kernel/actor';
import { asPlainDate, SetClock } from '#kernel/time';
import type { Ctx } from '#platform/context';
import { aCtx, aWorkingMorning, type TestDatabase } from '#test/database';
import { smallAuthority } from '#test/small-authority';
import { smallRemote } from '#test/small-remote';
import { must } from '#test/small-services';
import { smallSigning } from '#test/small-signing';
import {
  beginSigning,
  type Declaration,
  type DeclaredContent,
  declare,
  endSigning,
  invite,
} from '../index.ts';

export interface Someone {
  readonly ctx: Ctx & { readonly actor: CitizenActor };
  readonly name: string;
  readonly personalNumber: string;
}

/** Where everything here will be filed. */
export const receiver: string = committeeA;

/** What is filed, said in words, of which only the fingerprint matters here. */
export const contentOf = (bodyHash: string): DeclaredContent => ({
  procedure: { code: '1.000894', version: 1, name: 'Đăng ký kết hôn' },
  to: 'UBND xã Núi Cấm',
  applicant: 'Nguyễn Thị Lan',
  sections: [{ title: 'Bên nam', rows: [{ label: 'Họ tên', value: 'Trần Văn Tám' }] }],
  files: [],
  bodyHash,
});

/** Citizens with keys at a provider, who make drafts and sign them. */
export async function signers(db: TestDatabase) {
  const clock = new SetClock(aWorkingMorning);
  const authority = await smallAuthority(aWorkingMorning);
  const provider = smallRemote(authority);
  const small = smallSigning(authority, clock, { remote: { mau: provider.remote } });
  let made = 0;
  const begin = (who: Someone, declaration: string) =>
    beginSigning(who.ctx, small.signing, {
      declaration,
      provider: 'mau',
      words: 'Đăng ký kết hôn',
      returnTo: 'https://dvc.example.vn/ky-so/ve',
    });
  const own = {
    clock,
    provider,
    small,
    begin,
    async someone(name: string): Promise<Someone> {
      const personalNumber = `0891900${String(++made).padStart(5, '0')}`;
      const claims = { subject: `vneid-${made}`, personalNumber, name, birthDate: asPlainDate('1990-05-17') };
      const signedIn = await signInCitizen(aCtx(db.web), { ...claims, sex: '2', loa: 2, provider: 'vneid' });
      const actor: CitizenActor = { kind: 'citizen', person: must(signedIn), name, guest: false };
      await provider.hold({ personalNumber, name });
      return { ctx: { ...aCtx(db.web, actor, clock), actor }, name, personalNumber };
    },
    draft: async ({ ctx }: Someone): Promise<string> =>
      must(await startDraft(ctx, { code: '1.000894', version: 1, facts: {}, answers: {} })),
    declared: async (who: Someone, draft: string, hash = 'aa', others = 0): Promise<Declaration> =>
      must(await declare(who.ctx, { draft, receiver, content: contentOf(hash), others })),
    invited: async (who: Someone, { id }: Declaration, { name, personalNumber }: Someone) =>
      must(await invite(who.ctx, id, { name, personalNumber, email: '' })),
    /** Begun, and agreed to at the provider: what the browser brings back. */
    agreed: async (who: Someone, declaration: string) =>
      provider.agree(must(await begin(who, declaration)).url),
    async sign(who: Someone, declaration: string, signing: Signing = small.signing) {
      const { signed } = await endSigning(who.ctx, signing, await own.agreed(who, declaration));
      return signed;
    },
  };
  return own;
}
