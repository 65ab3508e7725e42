import { notice, tag } from '#design';
import { formatDate, isPlainDate, localDate } from '#kernel/time';
import { type Html, html } from '#platform/html';
import type { Say } from '../../words/say.ts';
import { feedPath, versionPath } from './paths.ts';

interface Version {
  readonly version: number;
  readonly name: string;
  readonly published_at: number;
  readonly valid_from: string;
  readonly replaced_at: number | null;
}

const day = (text: string): string => (isPlainDate(text) ? formatDate(text) : text);

export const historyView = (view: {
  readonly say: Say;
  readonly code: string;
  readonly name: string;
  readonly current: number;
  readonly versions: readonly Version[];
}): Html => {
  const { say, code, current } = view;
  return html`<h1>${say('Các phiên bản của thủ tục', 'Versions of the procedure')}</h1><p><span class="mc-code">${code}</span> ${view.name}</p><p>${say(
    'Hồ sơ đã nộp được giải quyết theo phiên bản có hiệu lực khi nộp.',
    'A dossier is decided by the version that was in force when it was filed.',
  )}</p><ol class="mc-files mc-card" reversed>${view.versions.map(
    (each) =>
      html`<li><span><a href="${versionPath(code, each.version)}"><strong>${say(`Phiên bản ${each.version}`, `Version ${each.version}`)}</strong></a> ${
        each.version === current && tag({ text: say('đang áp dụng', 'in force'), tone: 'jade' })
      }<br><span class="mc-quiet mc-small">${say('Áp dụng từ', 'In force from')} ${day(each.valid_from)} · ${say('công bố', 'published')} ${formatDate(
        localDate(each.published_at),
      )}${
        each.replaced_at !== null &&
        html` · ${say('được thay', 'replaced')} ${formatDate(localDate(each.replaced_at))}`
      }</span></span></li>`,
  )}</ol><p class="mc-small"><a href="${feedPath}">${say('Theo dõi thay đổi của mọi thủ tục (Atom)', 'Follow the changes of all procedures (Atom)')}</a></p>`;
};

/** Nobody files by an old version: it says so, with the way to the one in force. */
export const oldVersionNotice = (
  say: Say,
  then: { readonly version: number; readonly valid_from: string },
  nowHref: string,
): Html =>
  notice({
    kind: 'warning',
    title: say('Phiên bản này không còn hoặc chưa áp dụng', 'This version is not in force'),
    content: html`${say(
      `Đây là phiên bản ${then.version}, áp dụng từ ${day(then.valid_from)}.`,
      `This is version ${then.version}, in force from ${day(then.valid_from)}.`,
    )} <a href="${nowHref}">${say('Xem phiên bản đang áp dụng', 'See the one in force')}</a>`,
  });
