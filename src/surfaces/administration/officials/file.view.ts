import type { holdersOfRoles, Taken, TriedOfficials } from '#capabilities/identity';
import type { UnitDirectory } from '#capabilities/organisations';
import { button, buttonLink, card, emptyState, notice, pagination, type Tone, table, tag } from '#design';
import { inLocale, type LocalText } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { postForm } from '../core/form.ts';
import { number, type Say, sayIn } from '../core/say.ts';
import { officerHref } from '../people/unit-people.page.ts';
import { officialsHome, officialsHref } from './addresses.ts';
import { faultInWords, kindOf, type RowKind, stepInWords } from './row-words.ts';

export interface TriedView {
  readonly id: string;
  readonly tried: TriedOfficials;
  readonly directory: UnitDirectory;
  /** Rows of one kind alone. */
  readonly kind: RowKind | undefined;
  readonly skip: number;
}

const size = 100;
const kinds: Readonly<Record<RowKind, LocalText & { readonly tone: Tone }>> = {
  refused: { vi: 'Chưa nhập được', en: 'Refused', tone: 'red' },
  new: { vi: 'Người mới', en: 'New', tone: 'jade' },
  changed: { vi: 'Thay đổi', en: 'Changed', tone: 'amber' },
  same: { vi: 'Đã đúng như tệp', en: 'As it stands', tone: 'grey' },
};
const order: readonly RowKind[] = ['refused', 'new', 'changed', 'same'];

export function triedView(ctx: PageCtx, view: TriedView): Html {
  const say = sayIn(ctx.locale);
  const { id, tried, kind, skip } = view;
  const all = tried.rows.map((row) => ({ row, kind: kindOf(row) }));
  const rows = kind === undefined ? all : all.filter((each) => each.kind === kind);
  const shown = rows.slice(skip, skip + size);
  const href = (loai: RowKind | undefined, tu = 0): string =>
    `${officialsHref(id)}?${new URLSearchParams({ ...(loai && { loai }), tu: String(tu) })}`;
  const now = ctx.clock.now();
  return html`${figures(say, view, all, href)}${confirm(ctx, view)}${
    kind !== undefined &&
    html`<p>${say('Chỉ loại', 'Only')}: <strong>${inLocale(kinds[kind], ctx.locale)}</strong> · <a${attributes({ href: href(undefined) })}>${say('Xem mọi dòng', 'See every row')}</a></p>`
  }${
    shown.length === 0
      ? emptyState({ title: say('Không có dòng nào', 'No rows') })
      : table({
          id: 'dong',
          caption: say('Từng dòng của tệp', 'Row by row'),
          columns: [
            { text: say('Dòng', 'Row'), numeric: true },
            { text: say('Người, đơn vị', 'Person, unit') },
            { text: say('Việc sẽ làm', 'What would happen') },
          ],
          rows: shown.map(({ row: { row, said, faults, steps }, kind: own }) => [
            String(row),
            html`${said.name}<div class="mc-quiet">${view.directory.byCode(said.unitCode)?.shortName ?? said.unitCode}</div>`,
            html`${tag({ text: inLocale(kinds[own], ctx.locale), tone: kinds[own].tone })}${(
              faults.length > 0
                ? faults.map((fault) => faultInWords(fault, ctx.locale))
                : steps.map((step) => stepInWords(step, view.directory, ctx.locale, now))
            ).map((text) => html`<div>${text}</div>`)}`,
          ]),
        })
  }${
    rows.length > size &&
    pagination({
      summary: say(
        `Dòng ${number(skip + 1)}–${number(skip + shown.length)} trên ${number(rows.length)}`,
        `${number(skip + 1)} to ${number(skip + shown.length)} of ${number(rows.length)}`,
      ),
      previous: skip > 0 ? href(kind, Math.max(0, skip - size)) : undefined,
      next: skip + size < rows.length ? href(kind, skip + size) : undefined,
      locale: ctx.locale,
    })
  }`;
}

function figures(
  say: Say,
  { tried }: TriedView,
  all: readonly { readonly kind: RowKind }[],
  href: (kind: RowKind) => string,
): Html {
  const ends = tried.rows.reduce(
    (sum, { steps }) => sum + steps.filter(({ does }) => does === 'end').length,
    0,
  );
  return html`${table({
    id: 'so-luong',
    caption: say(`${number(all.length)} dòng trong tệp`, `${number(all.length)} rows in the file`),
    columns: [{ text: say('Kết quả', 'Verdict') }, { text: say('Số dòng', 'Rows'), numeric: true }],
    rows: order.map((kind) => [
      html`<a${attributes({ href: href(kind) })}>${say(kinds[kind].vi, kinds[kind].en ?? '')}</a>`,
      number(all.filter((each) => each.kind === kind).length),
    ]),
  })}${
    ends > 0 &&
    notice({
      kind: 'warning',
      title: say(`${number(ends)} vai trò sẽ thôi`, `${number(ends)} roles would end`),
      content: html`<p>${say(
        'Tệp không còn ghi các vai trò này cho những người có tên trong tệp.',
        'The file names these people without those roles.',
      )} <a${attributes({ href: href('changed') })}>${say('Xem những dòng thay đổi', 'See the rows')}</a></p>`,
    })
  }`;
}

function confirm(ctx: PageCtx, { id, tried }: TriedView): Html {
  const say = sayIn(ctx.locale);
  const refused = tried.rows.filter(({ faults }) => faults.length > 0).length;
  const people = tried.persons.length;
  const form = (lam: string, text: string) =>
    postForm(
      ctx,
      officialsHref(id),
      html`<input type="hidden" name="lam" value="${lam}"><input type="hidden" name="dau" value="${tried.fingerprint}">${button({ text, kind: 'primary' })}`,
    );
  if (refused === 0)
    return form('tat-ca', say(`Nhập ${number(people)} người`, `Take ${number(people)} people`));
  return card({
    title: say(`${number(refused)} dòng chưa nhập được`, `${number(refused)} rows are refused`),
    content: html`<p>${say(
      'Hãy sửa tệp rồi chọn lại. Nếu chỉ nhập các dòng đúng, mọi dòng của người có dòng sai được để lại.',
      'Mend the file and choose it again. When the good rows are taken, all rows of a person with a refused one are left out.',
    )}</p>${
      people > 0 &&
      form('dong-dung', say(`Chỉ nhập ${number(people)} người đúng`, `Take ${number(people)} people only`))
    }<p>${buttonLink({ text: say('Chọn lại tệp', 'Choose again'), href: officialsHome })}</p>`,
  });
}

export interface ReportView {
  readonly taken: Taken;
  readonly directory: UnitDirectory;
  readonly withoutKey: Awaited<ReturnType<typeof holdersOfRoles>>;
}

/** What became of a file, and what is still to do. */
export function reportView(ctx: PageCtx, { taken, directory, withoutKey }: ReportView): Html {
  const say = sayIn(ctx.locale);
  const most = 200;
  return html`${table({
    id: 'da-nhap',
    caption: say('Kết quả', 'What came of it'),
    columns: [{ text: say('Việc', 'What') }, { text: say('Số', 'Count'), numeric: true }],
    rows: [
      [say('Tài khoản mới', 'New accounts'), number(taken.added.length)],
      [say('Người có thay đổi', 'People changed'), number(taken.changed.length)],
      [say('Người đã đúng như tệp', 'People as they stood'), number(taken.unchanged)],
      [say('Dòng để lại', 'Rows left out'), number(taken.left)],
    ],
  })}<p>${say(
    'Cán bộ vào ngay bằng tài khoản công vụ ở trang đăng nhập cán bộ; không có mật khẩu riêng ở đây.',
    'Officials sign in at once with their official account; there is no password here.',
  )}</p>${
    withoutKey.length > 0 &&
    html`${notice({
      kind: 'info',
      title: say(
        `${number(withoutKey.length)} người ký kết quả chưa có chứng thư`,
        `${number(withoutKey.length)} who sign results have no certificate yet`,
      ),
      content: html`<p>${say(
        'Người vận hành ghi khóa bằng lệnh bên dưới. Trong lúc chờ, họ ủy quyền cho người có chứng thư.',
        'The operator names a key by the command below. Until then they delegate to somebody who has one.',
      )}</p>`,
    })}${table({
      id: 'chua-co-chung-thu',
      caption: say('Chưa có chứng thư chữ ký số', 'Without a certificate'),
      columns: [
        { text: say('Họ tên', 'Name') },
        { text: say('Đơn vị', 'Unit') },
        { text: say('Lệnh', 'Command') },
      ],
      rows: withoutKey
        .slice(0, most)
        .map(({ id, name, unit }) => [
          html`<a${attributes({ href: officerHref(id) })}>${name}</a>`,
          directory.byId(unit)?.shortName ?? '',
          html`<code>motcua name-key ${directory.byId(unit)?.code ?? ''} --officer="${name}"</code>`,
        ]),
    })}${
      withoutKey.length > most &&
      html`<p class="mc-quiet">${say(`Hiện ${most} người đầu.`, `The first ${most} are shown.`)}</p>`
    }`
  }`;
}
