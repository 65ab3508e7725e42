import type { listUnsentMail } from '#capabilities/messages';
import type { UnitDirectory } from '#capabilities/organisations';
import type { LogHealth } from '#capabilities/public-log';
import { emptyState, notice, table } from '#design';
import type { UnitId } from '#kernel/ids';
import { inLocale } from '#kernel/text';
import { formatDateTime } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import type { StuckEvent } from '#platform/jobs';
import { rowForm } from '../core/form.ts';
import type { Say } from '../core/say.ts';
import { momentNames } from '../core/words.ts';

export const attentionPath = '/quan-tri/can-xu-ly';

export interface AttentionView {
  readonly ctx: PageCtx;
  readonly say: Say;
  readonly directory: UnitDirectory;
  readonly events: readonly StuckEvent[];
  readonly mails: Awaited<ReturnType<typeof listUnsentMail>>;
  readonly log: LogHealth;
}
/** The monitor of the public log looks every few seconds. */
const standsStillMs = 5 * 60_000;

export function attentionView(view: AttentionView): Html {
  const { say, events, mails } = view;
  if (events.length === 0 && mails.length === 0)
    return html`${logNotice(view)}${emptyState({
      title: say('Không có việc nào bị kẹt', 'Nothing is stuck'),
      text: say('Mọi việc tiếp theo và thư báo đều đã xong.', 'All follow-up work and mail is done.'),
    })}`;
  return html`${logNotice(view)}${notice({
    kind: 'inset',
    content: say(
      'Hãy sửa nguyên nhân trước, rồi cho thử lại. Trang này không có nội dung hồ sơ.',
      'Mend the cause first, then let it try again. No content of a dossier is shown here.',
    ),
  })}${events.length > 0 && eventTable(view)}${mails.length > 0 && mailTable(view)}`;
}

/** Somebody changed the database past the system, or nobody looks any more: neither mends itself. */
function logNotice({ ctx, say, log }: AttentionView): Html | undefined {
  if (log.findings > 0)
    return notice({
      kind: 'warning',
      headingLevel: 2,
      title: say('Dữ liệu không khớp nhật ký công khai', 'Data do not agree with the public log'),
      content: html`${say(
        `${log.findings} dòng bị sửa, xóa hoặc thêm không qua hệ thống.`,
        `${log.findings} rows were edited, deleted or added past the system.`,
      )} <a href="/nhat-ky">${say('Xem từng dòng', 'See each')}</a>`,
    });
  if (log.lookedAt !== undefined && ctx.clock.now() - log.lookedAt > standsStillMs)
    return notice({
      kind: 'warning',
      headingLevel: 2,
      title: say('Không ai đối chiếu dữ liệu với nhật ký', 'Nobody compares the data with the public log'),
      content: say(
        `Lần cuối lúc ${formatDateTime(log.lookedAt)}. Hãy xem tiến trình worker có chạy không.`,
        `Last at ${formatDateTime(log.lookedAt)}. See whether the worker is running.`,
      ),
    });
  return undefined;
}

const hidden = (name: string, value: string): Html =>
  html`<input type="hidden"${attributes({ name, value })}>`;

const eventTable = ({ ctx, say, directory, events }: AttentionView): Html =>
  table({
    id: 'viec',
    caption: say('Việc tiếp theo của hồ sơ', 'What follows an act'),
    columns: [
      { text: say('Lúc', 'When') },
      { text: say('Việc', 'What') },
      { text: say('Nơi tiếp nhận', 'Receiver') },
      { text: say('Vì sao', 'Why') },
      { text: say('Làm gì', 'Act') },
    ],
    rows: events.map((event) => [
      formatDateTime(event.at),
      html`<code>${event.topic}</code><br><span class="mc-quiet">${say(`đã thử ${event.tries} lần`, `${event.tries} tries`)}</span>`,
      directory.byId(event.home_unit as UnitId)?.shortName ?? '',
      event.failure,
      rowForm(
        ctx,
        `${attentionPath}/viec`,
        html`${hidden('don-vi', event.home_unit)}${hidden('ma', event.id)}`,
        say('Thử lại', 'Try again'),
      ),
    ]),
  });

const mailTable = ({ ctx, say, mails }: AttentionView): Html =>
  table({
    id: 'thu',
    caption: say('Thư không gửi được', 'E-mails that were not sent'),
    columns: [
      { text: say('Viết lúc', 'Written') },
      { text: say('Thư gì', 'What') },
      { text: say('Hồ sơ', 'Dossier') },
      { text: say('Vì sao', 'Why') },
      { text: say('Làm gì', 'Act') },
    ],
    rows: mails.map((mail) => {
      const name = momentNames[mail.kind];
      return [
        formatDateTime(mail.created_at),
        html`${name ? inLocale(name, ctx.locale) : mail.kind}<br><span class="mc-quiet">${say(`đã thử ${mail.tries} lần`, `${mail.tries} tries`)}</span>`,
        html`<span class="mc-code">${mail.dossier_code ?? ''}</span>`,
        mail.failure,
        rowForm(ctx, `${attentionPath}/thu`, hidden('ma', mail.id), say('Gửi lại', 'Send again')),
      ];
    }),
  });
