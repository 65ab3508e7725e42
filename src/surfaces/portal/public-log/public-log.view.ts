import type { LogHealth, logFindings, PublishedCheckpoint } from '#capabilities/public-log';
import { card, notice, summaryList, table } from '#design';
import { formatDateTime } from '#kernel/time';
import { type Html, html } from '#platform/html';
import { type PublicLog, verifierPath } from '#surfaces/shared';
import type { Say } from '../words/say.ts';
import { logHome, policyPath } from './paths.ts';

export interface PublicLogView {
  readonly say: Say;
  readonly title: string;
  readonly log: PublicLog;
  readonly newest: PublishedCheckpoint | undefined;
  /** The newest that enough witnesses have signed. */
  readonly witnessed: PublishedCheckpoint | undefined;
  readonly health: LogHealth;
  readonly findings: Awaited<ReturnType<typeof logFindings>>;
}

const nameOf = (verifier: string): string => verifier.slice(0, verifier.indexOf('+'));
const number = (value: number): string => value.toLocaleString('vi-VN');

export function publicLogView(view: PublicLogView): Html {
  const { say, title, log } = view;
  return html`<h1>${title}</h1><p>${say(
    'Mỗi bước xử lý hồ sơ, mỗi lần cán bộ xem, mỗi thủ tục công bố và mỗi kết quả đều thành một dòng ở đây. Dòng đã ghi không ai sửa hay xóa được mà không lộ ra, kể cả quản trị viên.',
    'Every step of a dossier, every look of an officer, every published procedure and every result becomes a line here. Nobody can change or delete one unnoticed, not even an administrator.',
  )}</p><p>${say(
    'Dòng chỉ chứa mã băm: không đọc được tên ai, hồ sơ nào.',
    'A line holds a hash only: nobody’s name and no dossier can be read from it.',
  )}</p>${findingsNotice(view)}${standing(view)}${compared(view)}${card({
    title: say('Ai làm chứng?', 'Who bears witness?'),
    content: html`${
      log.witnesses.length === 0
        ? html`<p>${say('Chưa có ai.', 'Nobody yet.')}</p>`
        : html`<ul>${log.witnesses.map(({ verifier }) => html`<li><span class="mc-code">${nameOf(verifier)}</span></li>`)}</ul>`
    }<p>${say(
      'Họ giữ khóa riêng và chỉ ký khi nhật ký dài thêm, không bị viết lại.',
      'They have keys of their own and sign only when the log grew and was not rewritten.',
    )}</p>`,
  })}<h2>${say('Tự kiểm tra', 'Check it yourself')}</h2><p>${say(
    'Hãy hỏi lại khóa qua điện thoại hoặc công văn trước khi tin.',
    'Ask for the keys once more by phone or letter before you trust them.',
  )}</p><ul><li><a href="${verifierPath}" download>${say('Tải trang kiểm tra không cần mạng', 'Download the check page that needs no network')}</a></li><li><a href="${policyPath}" download>${say('Tải khóa của nhật ký và người làm chứng', 'Download the keys of log and witnesses')}</a></li><li><a href="${logHome}/checkpoint">${say('Điểm kiểm tra mới nhất', 'Newest checkpoint')}</a> (<a href="https://c2sp.org/tlog-tiles" rel="external">c2sp.org/tlog-tiles</a>)</li></ul><div class="mc-scroll" role="region" tabindex="0" aria-label="${say('Lệnh kiểm tra', 'Command')}"><pre><code>npx motcua verify bang-chung.json --policy=khoa.json</code></pre></div>`;
}

function findingsNotice({ say, findings }: PublicLogView): Html | undefined {
  if (findings.length === 0) return undefined;
  const kinds = {
    edited: say('bị sửa', 'edited'),
    deleted: say('bị xóa', 'deleted'),
    invented: say('thêm vào không qua hệ thống', 'added past the system'),
    leaf: say('dòng nhật ký bị sửa', 'line of the log changed'),
    tree: say('nhật ký bị viết lại', 'log rewritten'),
  };
  return html`${notice({
    kind: 'warning',
    headingLevel: 2,
    title: say('Có dữ liệu không khớp nhật ký', 'Data that do not agree with the log'),
    content: say(
      'Cơ quan đang kiểm tra. Danh sách chỉ có mã, không có nội dung.',
      'The office is looking into it. The list holds identifiers only.',
    ),
  })}${table({
    id: 'lech',
    caption: say('Không khớp', 'Not in agreement'),
    columns: [
      { text: say('Chuyện gì', 'What') },
      { text: say('Dòng', 'Line'), numeric: true },
      { text: say('Phát hiện', 'Found') },
      { text: say('Mã', 'Identifier'), long: true },
    ],
    rows: findings.map((each) => [
      kinds[each.kind],
      each.index === null ? '' : number(each.index),
      formatDateTime(each.found_at),
      html`<span class="mc-code mc-small">${each.source} ${each.key}</span>`,
    ]),
  })}`;
}

function standing({ say, log, newest, witnessed }: PublicLogView): Html {
  return card({
    title: say('Hiện nay', 'Now'),
    content: newest
      ? summaryList({
          locale: 'vi',
          rows: [
            { label: say('Số dòng', 'Lines'), value: number(newest.size) },
            { label: say('Ký lúc', 'Signed at'), value: formatDateTime(newest.at) },
            {
              label: say('Đã có người làm chứng đến dòng', 'Witnessed up to line'),
              value: witnessed ? number(witnessed.size) : say('chưa có', 'none yet'),
            },
            {
              label: say('Tên nhật ký', 'Name of the log'),
              value: html`<span class="mc-code">${log.origin}</span>`,
            },
            { label: say('Khóa', 'Key'), value: html`<span class="mc-code">${log.verifier}</span>` },
          ],
        })
      : html`<p>${say('Chưa có dòng nào.', 'No line yet.')}</p>`,
  });
}

/** How soon a change is named, reckoned from what the last look took. */
function compared({ say, health }: PublicLogView): Html | undefined {
  const { lookedAt, namedWithin, wordsSince } = health;
  if (lookedAt === undefined) return undefined;
  return card({
    title: say('Đối chiếu với dữ liệu', 'Compared with the data'),
    content: html`<p>${say(
      `Lần cuối lúc ${formatDateTime(lookedAt)}. Dòng dữ liệu bị sửa, xóa hay thêm lén sẽ hiện ở đây sau ${number(namedWithin)} giây là muộn nhất.`,
      `Last at ${formatDateTime(lookedAt)}. A row that is edited, deleted or slipped in stands here after ${number(namedWithin)} seconds at the latest.`,
    )}</p>${
      wordsSince !== undefined &&
      html`<p>${say(
        `Từng chữ của mọi dòng cũ được băm lại lần lượt; vòng này từ ${formatDateTime(wordsSince)}.`,
        `Every word of older rows is hashed again in turn; this round since ${formatDateTime(wordsSince)}.`,
      )}</p>`
    }`,
  });
}
