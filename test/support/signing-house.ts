import assert from 'node:assert/strict';
import { aWorkingMorning } from './database.ts';
import { aFileDoor } from './pages/files.ts';
import { aHouse, type House, type HouseOptions } from './pages.ts';
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
}

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
  return { house, authority, small: made, files, provider };
}
