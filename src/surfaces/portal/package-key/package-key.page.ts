import { z } from 'zod';
import { inGroups, type PackageKey, publicKeyPem } from '#capabilities/catalogue';
import { definePage, htmlReply, type Reply, type Route } from '#platform/http';
import { citizenPage, type Doors } from '#surfaces/shared';
import { portalPermissions } from '../permissions.ts';
import { back } from '../words/page.ts';
import { sayIn } from '../words/say.ts';
import { packageKeyView } from './package-key.view.ts';

/** The page, and the same key as a JWK and as PEM. */
export const keyPaths = { page: '/khoa-ky', jwk: '/khoa-ky.json', pem: '/khoa-ky.pem' } as const;

const open = {
  method: 'GET',
  permission: portalPermissions['portal.read'],
  audit: 'none',
  input: z.object({}),
} as const;

const file = (name: string, type: string, text: string): Reply => ({
  kind: 'bytes',
  status: 200,
  type,
  bytes: Buffer.from(text),
  headers: { 'cache-control': 'no-store', 'content-disposition': `attachment; filename="${name}"` },
});

/** The key with which this instance signs packages of procedures, for those who check one. Its secret part is not in it. */
export const packageKeyPages = (
  doors: Doors,
  { id, publicKey }: Pick<PackageKey, 'id' | 'publicKey'>,
): readonly Route[] => [
  definePage({
    ...open,
    path: keyPaths.page,
    async handle(ctx) {
      const say = sayIn(ctx.locale);
      const title = say('Khóa ký gói thủ tục', 'The key that signs procedures');
      const main = packageKeyView({ say, place: doors.place.name, fingerprint: inGroups(id), id });
      const before = back('/gioi-thieu', say('Giới thiệu', 'About'));
      return htmlReply(citizenPage(ctx, doors, { title, main, before }));
    },
  }),
  definePage({
    ...open,
    path: keyPaths.jwk,
    handle: async () =>
      file('khoa-ky.json', 'application/jwk+json', `${JSON.stringify({ ...publicKey, kid: id }, null, 2)}\n`),
  }),
  definePage({
    ...open,
    path: keyPaths.pem,
    handle: async () => file('khoa-ky.pem', 'application/x-pem-file', publicKeyPem(publicKey)),
  }),
];
