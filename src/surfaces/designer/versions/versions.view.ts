import { cataloguePermissions, type VersionInfo } from '#capabilities/catalogue';
import { buttonLink, table, tag } from '#design';
import { allows } from '#kernel/actor';
import { formatDate, formatDateTime, isPlainDate } from '#kernel/time';
import { attributes, type Hole, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField } from '#surfaces/shared';
import { compareHref, versionsHref } from '../core/paths-of-pages.ts';
import { type Say, sayIn } from '../core/say.ts';
import { versionPackage } from '../packages/packages.view.ts';

const day = (text: string): string => (isPlainDate(text) ? formatDate(text) : text);

export function versionsView(ctx: PageCtx, code: string, versions: readonly VersionInfo[]): Html {
  const say = sayIn(ctx.locale);
  const mayPublish = allows(ctx.actor, cataloguePermissions['catalogue.publish']);
  return table({
    id: 'phien-ban',
    caption: say('Các phiên bản đã công bố', 'Published versions'),
    columns: [
      { text: say('Phiên bản', 'Version') },
      { text: say('Hiệu lực từ', 'In force from') },
      { text: say('Công bố lúc', 'Published') },
      { text: say('Tờ khai đang soạn', 'Drafts'), numeric: true },
      { text: say('Hồ sơ đang giải quyết', 'Dossiers'), numeric: true },
      { text: say('Việc', 'Act') },
    ],
    rows: versions.map((version) => [
      html`<span data-row>${version.version}</span> ${standing(say, version)}`,
      day(version.waits_until ?? version.valid_from),
      formatDateTime(version.published_at),
      version.open.drafts,
      version.open.dossiers,
      html`<div class="mc-row">${version.live && versionPackage(ctx, say, code, version.version)}${
        mayPublish && version.live && version.standing === 'replaced' && back(ctx, say, code, version.version)
      }</div>`,
    ]),
  });
}

function standing(say: Say, version: VersionInfo): Hole {
  if (version.standing === 'in-force') return tag({ text: say('đang dùng', 'in force'), tone: 'jade' });
  return (
    version.standing === 'waiting' &&
    tag({ text: say('chờ ngày hiệu lực', 'waits for its day'), tone: 'blue' })
  );
}

/** The content of that version becomes a new one today; open dossiers stay where they are. */
const back = (ctx: PageCtx, say: Say, code: string, version: number): Html =>
  html`<form${attributes({ method: 'post', action: versionsHref(code) })}>${csrfField(ctx)}<button class="mc-link-button" name="_ban"${attributes({ value: String(version), 'aria-label': say(`Dùng lại bản này: ${version}`, `Bring it back: ${version}`) })}>${say('Dùng lại bản này', 'Bring it back')}</button></form>`;

/** The way to what is other between two of them. */
export const compareLink = (say: Say, code: string): Html =>
  html`<p>${buttonLink({ text: say('So sánh hai phiên bản', 'Compare two versions'), href: compareHref(code) })}</p>`;
