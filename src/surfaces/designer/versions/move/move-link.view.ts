import type { VersionInfo } from '#capabilities/catalogue';
import { buttonLink } from '#design';
import { type Hole, html } from '#platform/html';
import { moveHref } from '../../core/paths-of-pages.ts';
import type { Say } from '../../core/say.ts';

/** The way to moving, where open work stays on another version than the one in force. */
export function moveLink(say: Say, code: string, versions: readonly VersionInfo[]): Hole {
  const older = versions.filter(({ standing }) => standing === 'replaced');
  const open = older.reduce((all, { open: { drafts, dossiers } }) => all + drafts + dossiers, 0);
  return html`<p>${buttonLink({
    text:
      open > 0
        ? say(`Chuyển ${open} việc đang mở sang phiên bản khác`, `Move ${open} open to another version`)
        : say('Các lần chuyển hồ sơ giữa phiên bản', 'Moves between versions'),
    href: moveHref(code),
  })}</p>`;
}
