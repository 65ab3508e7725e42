import { z } from 'zod';
import { html } from '#platform/html';
import { definePage, htmlReply } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { portalPermissions } from '../permissions.ts';
import { localPath } from './local-path.ts';

const word = z.string().max(20).optional().catch(undefined);
const keptFor = 365 * 24 * 3600;

/** The one setting asked for, as a cookie; what is unknown changes nothing. */
export function settingCookie(asked: {
  readonly 'ngon-ngu'?: string | undefined;
  readonly chu?: string | undefined;
  readonly nen?: string | undefined;
}): string | undefined {
  const language: Record<string, string> = { vi: 'vi', en: 'en' };
  const letters: Record<string, string> = { lon: '1', thuong: '0' };
  const ground: Record<string, string> = { toi: 'dark', sang: 'light' };
  const pairs: readonly [string, string | undefined][] = [
    ['mc-lang', language[asked['ngon-ngu'] ?? '']],
    ['mc-large', letters[asked.chu ?? '']],
    ['mc-theme', ground[asked.nen ?? '']],
  ];
  const found = pairs.find(([, value]) => value !== undefined);
  return found && `${found[0]}=${found[1]}; Path=/; Max-Age=${keptFor}; SameSite=Lax; Secure; HttpOnly`;
}

/** How pages look to this browser. Only cookies change, nothing on the server: so a link may do it, without script. */
export const settingsPage = (_doors: Doors) =>
  definePage({
    method: 'GET',
    path: '/cai-dat',
    permission: portalPermissions['portal.read'],
    audit: 'none',
    input: z.object({
      'ngon-ngu': word,
      chu: word,
      nen: word,
      ve: z.string().max(500).optional().catch(undefined),
    }),
    async handle(_ctx, input) {
      const cookie = settingCookie(input);
      return htmlReply(html``, 303, {
        location: localPath(input.ve),
        'cache-control': 'no-store',
        ...(cookie === undefined ? {} : { 'set-cookie': cookie }),
      });
    },
  });
