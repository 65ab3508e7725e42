import type { PublicChange } from '#capabilities/catalogue';
import { html } from '#platform/html';
import { versionPath } from './paths.ts';

const moment = (at: number): string => new Date(at).toISOString();

const day = (date: string): string => date.split('-').reverse().join('/');

/** What is new, from when, and by which decision it was announced. */
const summaryOf = ({ code, version, valid_from, decision, decided_on }: PublicChange): string =>
  [
    `${code}, phiên bản ${version}, áp dụng từ ${day(valid_from)}`,
    ...(decision === null ? [] : [`công bố theo ${decision} ngày ${day(decided_on ?? '')}`]),
  ].join('; ');

/** RFC 4287. Its texts are Vietnamese, as the announcements are. */
export function changesFeed(feed: {
  readonly origin: string;
  readonly place: string;
  readonly changes: readonly PublicChange[];
}): string {
  const { origin, changes } = feed;
  const newest = changes[0]?.published_at ?? 0;
  const body = html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi"><id>${origin}/thay-doi-thu-tuc.atom</id><title>Thủ tục hành chính mới công bố · ${feed.place}</title><updated>${moment(newest)}</updated><link rel="self" type="application/atom+xml" href="${origin}/thay-doi-thu-tuc.atom"/><link rel="alternate" type="text/html" href="${origin}/thu-tuc"/><author><name>${feed.place}</name></author>${changes.map(
    (each) =>
      html`<entry><id>${origin}${versionPath(each.code, each.version)}</id><title>${each.name}</title><updated>${moment(each.published_at)}</updated><link rel="alternate" type="text/html" href="${origin}${versionPath(each.code, each.version)}"/><category term="${each.field}"/><summary>${summaryOf(each)}</summary></entry>`,
  )}</feed>`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${body.text}`;
}
