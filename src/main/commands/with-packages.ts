import type { DesignServices } from '#capabilities/catalogue';
import type { Refusal } from '#kernel/outcome';
import type { Ctx } from '#platform/context';
import { keptPackageKey } from '../config/package-key.ts';
import type { Settings } from '../config/settings.ts';
import { designServices } from '../design-services.ts';
import { Refused } from '../refused.ts';
import { openRooms } from '../rooms.ts';
import { asSystem } from './as-system.ts';

/** Runs a command on packages against the database of this instance, with its key. */
export async function withPackages<T>(
  settings: Settings,
  what: string,
  work: (ctx: Ctx, services: DesignServices) => Promise<T>,
): Promise<T> {
  return asSystem(settings, what, async (ctx) => {
    const { db, clock } = ctx;
    const { root, codePattern } = settings;
    const { units, catalogue, services: dossiers } = await openRooms({ db, clock, root, codePattern });
    const services = await designServices({
      units,
      catalogue,
      lists: dossiers.lists,
      clock,
      root,
      key: keptPackageKey(settings.dataDir),
    });
    return work(ctx, services);
  });
}

/** Refusals of packages as sentences for the one who typed the command. */
const sentences: Readonly<Record<string, (details: Record<string, string | number>) => string>> = {
  'package-too-large': () => 'It is larger than a procedure can be.',
  'package-no-zip': () => 'It is no package of a procedure (no plain ZIP).',
  'package-too-many-files': () => 'It holds more files than a procedure has.',
  'package-broken': () => 'The archive contradicts itself; fetch it again.',
  'package-name': ({ at }) => `It holds a file that no package has: ${JSON.stringify(at)}.`,
  'package-name-twice': ({ at }) => `It holds ${at} twice.`,
  'package-link': ({ at }) => `${at} is a link.`,
  'package-manifest': () => 'Its files are not those that its manifest lists; it was changed on the way.',
  'package-signature': () => 'Its signature does not fit; it was changed on the way.',
  'package-is-draft': () =>
    'It is a draft that nobody has approved. Bring it in the designer (/thiet-ke), where a second person publishes it.',
  'package-file': ({ at }) => `${at} is missing, or not in the form in which packages are written.`,
  'package-too-deep': ({ at }) => `${at} nests deeper than a procedure does.`,
  'package-key-unknown': ({ key }) =>
    `It is signed by a key that is not known here: ${key}. Ask its sender for the key by another way; if it is the same, run again with --trust=${key} --name="who it is".`,
  'definition-faulty': ({ at, problem }) => `The procedure in it cannot be used: ${at}: ${problem}.`,
  'lint-errors': ({ errors, first, at }) => `Lint finds ${errors} errors in it, the first ${first} at ${at}.`,
  'version-behind': ({ version }) =>
    `Version ${version} stands here already; a package must be newer to be taken.`,
  'procedure-unknown': () => 'There is no procedure of this code.',
  'version-unknown': () => 'There is no such version.',
  'no-own-form': () => 'This procedure has no form of its own, so there is nothing to pack.',
};

export const refusedPackage = (about: string, { code, details = {} }: Refusal): Refused =>
  new Refused(`${about}: ${sentences[code]?.(details) ?? code}`);
