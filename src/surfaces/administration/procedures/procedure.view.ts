import type { Catalogue, PublishedProcedure } from '#capabilities/catalogue';
import { button, buttonGroup, card, dateInput, notice, table, tag, textarea } from '#design';
import { formatDate, formatDateTime, isPlainDate, type PlainDate } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField } from '#surfaces/shared';
import { dateParts, partsOf, textOf } from '../core/form.ts';
import { number, type Say } from '../core/say.ts';
import { sentenceFor } from '../sentences.ts';
import { procedureHref } from './addresses.ts';
import type { Trying } from './trying.ts';

export interface ProcedureView {
  readonly ctx: PageCtx;
  readonly say: Say;
  readonly current: PublishedProcedure;
  readonly versions: Awaited<ReturnType<Catalogue['versions']>>;
  readonly trying: Trying;
  readonly today: PlainDate;
}

const day = (text: string): string => (isPlainDate(text) ? formatDate(text) : text);

export function procedureView(view: ProcedureView): Html {
  const { say, current, versions, trying } = view;
  return html`${table({
    id: 'phien-ban',
    caption: say('Các phiên bản', 'Versions'),
    columns: [
      { text: say('Phiên bản', 'Version') },
      { text: say('Hiệu lực từ', 'Valid from') },
      { text: say('Công bố lúc', 'Published') },
      { text: say('Thay thế lúc', 'Replaced') },
      { text: say('Định nghĩa', 'Definition') },
    ],
    rows: versions.map((each) => [
      html`${String(each.version)} ${each.version === current.version && tag({ text: say('đang dùng', 'in force'), tone: 'jade' })}`,
      day(each.valid_from),
      formatDateTime(each.published_at),
      each.replaced_at === null ? '' : formatDateTime(each.replaced_at),
      html`<a href="${procedureHref(current.code)}/dinh-nghia?ban=${String(each.version)}">JSON<span class="mc-hidden"> ${say('của phiên bản', 'of version')} ${String(each.version)}</span></a>`,
    ]),
  })}${problems(view)}${changes(view)}${publishForm(view, trying)}`;
}

function problems({ say, trying: { problems: found = [] } }: ProcedureView): Html | false {
  if (found.length === 0) return false;
  return table({
    id: 'loi',
    caption: say(`${number(found.length)} chỗ phải sửa trong định nghĩa`, `${number(found.length)} faults`),
    columns: [{ text: say('Ở', 'At') }, { text: say('Vì sao', 'Why') }],
    rows: found
      .slice(0, 100)
      .map(({ at, message }) => [
        html`<span class="mc-code">${at}</span>`,
        html`<span lang="en">${message}</span>`,
      ]),
  });
}

function changes({ say, trying: { found } }: ProcedureView): Html | false {
  if (found === undefined) return false;
  if (found.length === 0)
    return notice({ kind: 'info', title: say('Giống hệt phiên bản đang dùng.', 'Nothing would change.') });
  const kinds = {
    added: say('thêm', 'added'),
    removed: say('bỏ', 'removed'),
    changed: say('đổi', 'changed'),
  };
  return table({
    id: 'khac',
    caption: say(
      `${number(found.length)} chỗ khác phiên bản đang dùng`,
      `${number(found.length)} differences`,
    ),
    columns: [{ text: say('Ở', 'At') }, { text: say('Thay đổi', 'Change') }],
    rows: found.slice(0, 200).map(({ at, kind }) => [html`<span class="mc-code">${at}</span>`, kinds[kind]]),
  });
}

function publishForm({ ctx, say, current, today }: ProcedureView, trying: Trying): Html {
  const { refusal, text = '', found } = trying;
  const error = (name: string) =>
    refusal?.field === name ? { error: sentenceFor(refusal, ctx.locale) } : {};
  const posted = textOf(ctx.fields, 'hieu-luc-year') !== '';
  const form = attributes({
    method: 'post',
    action: `${procedureHref(current.code)}/phien-ban?_csrf=${encodeURIComponent(ctx.csrf)}`,
    enctype: 'multipart/form-data',
    novalidate: true,
    class: 'mc-stack',
    'data-unsaved': true,
  });
  // The version that was looked at before: a colleague who was faster is noticed.
  const basedOn = textOf(ctx.fields, 'dua-tren') || String(current.version);
  return card({
    title: say('Công bố phiên bản mới', 'Publish a new version'),
    content: html`<form${form}>${csrfField(ctx)}<input type="hidden" name="dua-tren" value="${basedOn}">${textarea(
      {
        name: 'dinh-nghia',
        label: say('Định nghĩa (JSON)', 'Definition (JSON)'),
        hint: say(
          'Dán vào đây, hoặc chọn tệp. Hồ sơ đã nộp giữ phiên bản của mình.',
          'Paste it, or choose a file. Dossiers keep the version they were filed under.',
        ),
        value: text,
        rows: text === '' ? 6 : 14,
        ...error('dinh-nghia'),
      },
    )}<div class="mc-field"><label class="mc-label" for="tep">${say('Tệp định nghĩa', 'File')}</label><input class="mc-file" type="file" id="tep" name="tep" accept="application/json,.json"></div>${dateInput(
      {
        name: 'hieu-luc',
        label: say('Có hiệu lực từ', 'Valid from'),
        value: posted ? dateParts(ctx.fields, 'hieu-luc') : partsOf(today),
        ...error('hieu-luc'),
      },
    )}${buttonGroup([
      button({
        text: say('Kiểm tra và xem thay đổi', 'Check and compare'),
        name: '_lam',
        value: 'xem',
        kind: found === undefined ? 'primary' : 'secondary',
      }),
      ...(found !== undefined && found.length > 0
        ? [
            button({
              text: say('Công bố phiên bản này', 'Publish this version'),
              name: '_lam',
              value: 'cong-bo',
              kind: 'primary',
            }),
          ]
        : []),
    ])}</form>`,
  });
}
