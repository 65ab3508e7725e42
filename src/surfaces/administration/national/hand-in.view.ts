import { type NationalUpload, nationalListLimits } from '#capabilities/catalogue';
import { button, buttonLink, card, fileUpload, status, type Tone, table, tag } from '#design';
import type { Refusal } from '#kernel/outcome';
import type { LocalText } from '#kernel/text';
import { formatDateTime } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { sayIn } from '../core/say.ts';
import { sentenceFor } from '../sentences.ts';
import { nationalHome, nationalHref, nationalUpload } from './addresses.ts';

const megabytes = (bytes: number): number => bytes / 1_000_000;

/** Fields of the form by the part that a refusal names. */
export const fieldOf: Readonly<Record<string, string>> = { list: 'danh-muc', details: 'chi-tiet' };

/** Two files; the token stands in the address, for a form with files is read part by part. */
export function handInCard(ctx: PageCtx, refusal: Refusal | undefined): Html {
  const say = sayIn(ctx.locale);
  const about = (part: 'list' | 'details') => {
    const most = megabytes(nationalListLimits[part]);
    return {
      name: fieldOf[part] ?? part,
      required: part === 'list',
      maxBytes: nationalListLimits[part],
      tooBigText: sentenceFor({ code: 'national-file-large', details: { most } }, ctx.locale),
      ...(refusal?.field === part ? { error: sentenceFor(refusal, ctx.locale) } : {}),
      locale: ctx.locale,
    };
  };
  return card({
    title: say('Đưa danh mục mới vào', 'Hand in a newer list'),
    content: html`<form class="mc-stack"${attributes({ method: 'post', enctype: 'multipart/form-data', novalidate: true, action: `${nationalUpload}?_csrf=${encodeURIComponent(ctx.csrf)}` })}>${fileUpload(
      {
        ...about('list'),
        label: say('Danh mục thủ tục', 'List of procedures'),
        hint: say(
          'Tệp CSV (UTF-8), có cột code và name; nén gzip cũng được',
          'CSV (UTF-8) with the columns code and name; may be gzipped',
        ),
        rule: say(
          `Tối đa ${megabytes(nationalListLimits.list)} MB`,
          `At most ${megabytes(nationalListLimits.list)} MB`,
        ),
        accept: '.csv,.gz,text/csv,application/gzip',
      },
    )}${fileUpload({
      ...about('details'),
      label: say('Chi tiết: giấy tờ, phí, thời hạn', 'Details: papers, fees, times'),
      hint: say(
        'Mỗi dòng một JSON (.jsonl); nén gzip cũng được. Không có tệp này thì giấy tờ và trình tự đang có được giữ.',
        'JSON lines (.jsonl); may be gzipped. Without it, papers and steps that are held stay as they are.',
      ),
      rule: say(
        `Tối đa ${megabytes(nationalListLimits.details)} MB`,
        `At most ${megabytes(nationalListLimits.details)} MB`,
      ),
      accept: '.jsonl,.gz,application/gzip',
    })}<p class="mc-quiet">${say(
      'Đọc và so sánh không đổi gì. Người khác, không phải bạn, lấy từng khác biệt.',
      'Reading and comparing changes nothing. Somebody else takes each difference over.',
    )}</p>${button({ text: say('Đọc và so sánh', 'Read and compare'), kind: 'primary' })}</form>`,
  });
}

const states: Readonly<Record<NationalUpload['state'], LocalText & { readonly tone: Tone }>> = {
  waiting: { vi: 'Chờ đọc', en: 'Waits', tone: 'amber' },
  reading: { vi: 'Đang đọc', en: 'Being read', tone: 'blue' },
  read: { vi: 'Đã đọc', en: 'Read', tone: 'jade' },
  refused: { vi: 'Không đọc được', en: 'Refused', tone: 'red' },
};

/** What became of the files, newest first. */
export function uploadsView(
  ctx: PageCtx,
  uploads: readonly NationalUpload[],
  just: string | undefined,
): Html {
  const say = sayIn(ctx.locale);
  const open = uploads.some(({ state }) => state === 'waiting' || state === 'reading');
  const own = uploads.find(({ id }) => id === just);
  return html`${
    own &&
    status({
      text:
        own.state === 'read'
          ? say('Đã đọc xong; xem khác biệt bên dưới.', 'Read; see the differences below.')
          : own.state === 'refused'
            ? say('Không đọc được; xem lý do bên dưới.', 'It could not be read; see why below.')
            : say('Đã nhận tệp. Việc đọc mất vài giây.', 'The files have arrived. Reading takes seconds.'),
      locale: ctx.locale,
    })
  }${
    uploads.length > 0 &&
    table({
      id: 'tep',
      caption: say('Tệp đã đưa vào', 'Files that were handed in'),
      columns: [
        { text: say('Tệp', 'File') },
        { text: say('Lúc', 'When') },
        { text: say('Tình trạng', 'State') },
        { text: say('Kết quả', 'What came of it') },
      ],
      rows: uploads.map(({ name, uploaded_at, state, refusal, list_id }) => [
        name,
        formatDateTime(uploaded_at),
        tag({ text: say(states[state].vi, states[state].en ?? ''), tone: states[state].tone }),
        refusal
          ? sentenceFor(refusal, ctx.locale)
          : list_id
            ? html`<a${attributes({ href: nationalHref(list_id) })}>${say(`Xem khác biệt: ${name}`, `Differences: ${name}`)}</a>`
            : '',
      ]),
    })
  }${
    open &&
    html`<p>${buttonLink({ text: say('Xem lại', 'Look again'), href: `${nationalHome}${just === undefined ? '' : `?da=${just}`}` })}</p>`
  }`;
}
