import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mother } from './support/answers.ts';
import { begin, copyCode } from './support/filing.ts';
import { signInAsCitizen } from './support/sign-in.ts';
import { aVisitor } from './support/visitor.ts';
import { coldLoad } from './support/weight.ts';

/** What a phone fetches for one page with an empty cache (ACCEPTANCE §3). */
export const budget = { bytes: 60_000, script: 15_000, requests: 6 };

const open = [
  '/',
  '/thu-tuc?q=khai+sinh',
  '/thu-tuc',
  '/thu-tuc/1.001193',
  '/thu-tuc/1.013225',
  '/nop-ho-so/bat-dau/1.001193',
  '/nop-ho-so/bat-dau/1.001193/dieu-kien',
  '/dang-nhap',
  '/tra-cuu',
  '/tro-giup',
];
const own = [
  '/cua-toi',
  '/cua-toi/giay-to',
  '/cua-toi/du-lieu',
  '/cua-toi/hop-thu',
  '/cua-toi/lien-lac',
  '/cua-toi/ai-da-xem',
];

/** Every page of the portal stays light. */
export const weightStories = (): void => {
  test('a page of the portal weighs little, in few requests', async (t) => {
    const citizen = await aVisitor(t);
    const heavy: string[] = [];
    const weigh = async (path: string): Promise<void> => {
      const { bytes, script, requests, status } = await coldLoad(citizen, path);
      assert.equal(status, 200, path);
      if (bytes > budget.bytes || script > budget.script || requests > budget.requests)
        heavy.push(`${path}: ${bytes} bytes, ${script} of them script, in ${requests} requests`);
    };
    for (const path of open) {
      await weigh(path);
      await citizen.look(`open-${path.replaceAll(/[^\w.]+/g, '-')}`);
    }
    await signInAsCitizen(citizen, mother);
    for (const path of own) {
      await weigh(path);
      await citizen.look(`own-${path.replaceAll(/[^\w.]+/g, '-')}`);
    }
    await begin(citizen, copyCode, 'signed-in');
    await weigh(new URL(citizen.page.url()).pathname);
    assert.deepEqual(heavy, []);
  });
};
