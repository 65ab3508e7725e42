import assert from 'node:assert/strict';
import type { DossierRef } from '#capabilities/dossiers';
import { aWorkingMorning } from './database.ts';
import { aFileDoor } from './pages/files.ts';
import { aHouse, type House, type HouseOptions, type Visitor } from './pages.ts';
import { type SmallAuthority, smallAuthority } from './small-authority.ts';
import { type SmallRemote, smallRemote } from './small-remote.ts';
import { type SmallSigning, smallSigning } from './small-signing.ts';

export interface SigningHouse {
  readonly house: House;
  readonly authority: SmallAuthority;
  readonly small: SmallSigning;
  readonly files: ReturnType<typeof aFileDoor>;
  /** A provider of remote signing, by the key `mau`. */
  readonly provider: SmallRemote;
  /** A birth registration whose draft waits for the leader of committee A. */
  toApprove(seed: number): Promise<DossierRef & { readonly code: string }>;
}

/** What the specialist drafts in it. */
export const draftToApprove = {
  outcome: 'granted',
  title: 'Giấy khai sinh',
  content: { 'Họ, chữ đệm, tên': 'Nguyễn Bảo Ngọc', 'Ngày sinh': '18/11/2026' },
};

/** A house in which officers and agencies sign, over an authority in memory; files are kept in memory too. */
export async function aSigningHouse(routes: HouseOptions['routes']): Promise<SigningHouse> {
  const authority = await smallAuthority(aWorkingMorning);
  const files = aFileDoor();
  const provider = smallRemote(authority);
  let made: SmallSigning | undefined;
  const house = await aHouse({
    routes,
    doors: { files },
    signing: (clock) => {
      made = smallSigning(authority, clock, { remote: { mau: provider.remote } });
      return made.signing;
    },
  });
  assert.ok(made);
  const toApprove: SigningHouse['toApprove'] = async (seed) => {
    const filed = await house.aDossier({ seed });
    const specialist = 'officer:specialist@committeeA';
    const steps: readonly (readonly [Parameters<House['act']>[1], unknown, Visitor])[] = [
      ['accept', {}, 'officer:one-stop-officer@centreA'],
      ['take-over', {}, specialist],
      ['draft-result', draftToApprove, specialist],
      ['confirm-draft', {}, 'citizen1'],
      ['finish-step', { note: '' }, specialist],
    ];
    for (const [intent, input, as] of steps) await house.act(filed, intent, input, as);
    return filed;
  };
  return { house, authority, small: made, files, provider, toApprove };
}
