import type { Catalogue, PublishedProcedure } from '#capabilities/catalogue';
import { buttonLink, table, tag } from '#design';
import { formatDate, formatDateTime, isPlainDate } from '#kernel/time';
import { type Html, html } from '#platform/html';
import type { Say } from '../core/say.ts';
import { procedureHref } from './addresses.ts';

export interface ProcedureView {
  readonly say: Say;
  readonly current: PublishedProcedure;
  readonly versions: Awaited<ReturnType<Catalogue['versions']>>;
}

const day = (text: string): string => (isPlainDate(text) ? formatDate(text) : text);

/** Versions as they were published. A new one is made in the designer, where a colleague approves it. */
export const procedureView = ({ say, current, versions }: ProcedureView): Html =>
  html`<p>${buttonLink({
    text: say('Soạn phiên bản mới, quay lại bản cũ', 'New version, roll back'),
    href: `/thiet-ke/thu-tuc/${current.code}`,
    kind: 'primary',
  })} ${buttonLink({
    text: say('Mức trực tuyến', 'Online levels'),
    href: `/quan-tri/muc-truc-tuyen/${current.code}`,
  })} ${buttonLink({ text: say('Phân cấp, ủy quyền', 'Decentralisation'), href: '/quan-tri/phan-cap' })}</p>${table(
    {
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
    },
  )}`;
