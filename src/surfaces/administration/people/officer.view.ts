import { delegationsOf } from '#capabilities/identity';
import type { UnitDirectory } from '#capabilities/organisations';
import { button, card, dateInput, details, select, table, tag, textInput } from '#design';
import type { Refusal } from '#kernel/outcome';
import { inLocale, type Locale, type LocalText } from '#kernel/text';
import { formatDateTime } from '#kernel/time';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { roleTitles } from '#surfaces/shared';
import { dateParts, postForm, rowForm, textOf } from '../core/form.ts';
import { officerOf } from '../core/frame.ts';
import type { Say } from '../core/say.ts';
import { rightsTable } from '../rights/rights.view.ts';
import { sentenceFor } from '../sentences.ts';
import { findUnits } from '../units/list.page.ts';
import type { Person } from './officer.ts';
import { officerHref, roleOptions } from './unit-people.page.ts';

/** Roles of rows are text: one that this version does not know keeps its code. */
const nameOfRole = (role: string, locale: Locale): string => {
  const known: Readonly<Record<string, LocalText>> = roleTitles;
  return inLocale(known[role] ?? { vi: role }, locale);
};

export interface OfficerView {
  readonly ctx: PageCtx;
  readonly say: Say;
  readonly person: Person;
  readonly directory: UnitDirectory;
  readonly refusal: Refusal | undefined;
}
const fieldOf: Readonly<Record<string, string>> = {
  name: 'ten',
  email: 'thu',
  unit: 'don-vi',
  role: 'vai-tro',
  until: 'den',
};

export async function officerView(view: OfficerView): Promise<{ main: Html; target: string | undefined }> {
  const { ctx, say, person, refusal } = view;
  const target = refusal?.field === undefined ? undefined : fieldOf[refusal.field];
  const main = html`${posts(view)}${give(view, target)}${await delegations(view)}${facts(view, target)}${details(
    {
      summary: say('Người này được làm gì', 'What this person may do'),
      content: rightsTable(say, ctx.locale, person.actor),
    },
  )}${leave(view)}`;
  return { main, target };
}

const version = ({ person }: OfficerView): Html =>
  html`<input type="hidden" name="phien-ban" value="${String(person.card.version)}">`;
const act = (view: OfficerView, name: string, content: unknown) =>
  postForm(view.ctx, officerHref(view.person.card.officer, `/${name}`), content as Html);

function posts(view: OfficerView): Html {
  const { ctx, say, person, directory } = view;
  return table({
    id: 'vai-tro-dang-giu',
    caption: say('Vai trò đang giữ', 'Roles held'),
    columns: [
      { text: say('Vai trò', 'Role') },
      { text: say('Đơn vị', 'Unit') },
      { text: say('Đến', 'Until') },
      { text: say('Việc', 'Act') },
    ],
    rows: person.posts.map((post) => [
      inLocale(roleTitles[post.role], ctx.locale),
      directory.byId(post.unit)?.name ?? '',
      post.until === undefined ? say('không hạn', 'open') : formatDateTime(post.until),
      post.post === undefined
        ? tag({ text: say('Nhận ủy quyền', 'Lent'), tone: 'blue' })
        : rowForm(
            ctx,
            officerHref(person.card.officer, '/thoi'),
            html`<input type="hidden" name="ma" value="${post.post}">`,
            say('Thôi vai trò', 'End'),
          ),
    ]),
  });
}

function give(view: OfficerView, target: string | undefined): Html {
  const { ctx, say, directory, refusal } = view;
  const { locale } = ctx;
  const error = (name: string) => (refusal && target === name ? { error: sentenceFor(refusal, locale) } : {});
  const units = findUnits(officerOf(ctx), directory, '');
  return card({
    title: say('Giao vai trò', 'Give a role'),
    content: act(
      view,
      'giao',
      html`<div class="mc-grid">${select({
        name: 'vai-tro',
        label: say('Vai trò', 'Role'),
        options: roleOptions(locale),
        value: textOf(ctx.fields, 'vai-tro'),
        locale,
        ...error('vai-tro'),
      })}${select({
        name: 'don-vi',
        label: say('Ở đơn vị', 'In the unit'),
        options: units.map(({ id, name }) => ({ value: id, text: name })),
        value: textOf(ctx.fields, 'don-vi') || view.person.posts[0]?.unit,
        locale,
        ...error('don-vi'),
      })}${dateInput({
        name: 'den',
        label: say('Đến hết ngày trước', 'Until the day before'),
        required: false,
        value: dateParts(ctx.fields, 'den'),
        locale,
        ...error('den'),
      })}</div>${button({ text: say('Giao vai trò', 'Give the role'), kind: 'primary' })}`,
    ),
  });
}

async function delegations(view: OfficerView): Promise<Html | false> {
  const { ctx, say, person, directory } = view;
  const rows = await delegationsOf(ctx, person.card.officer);
  if (rows.length === 0) return false;
  return table({
    id: 'uy-quyen',
    caption: say('Ủy quyền', 'Delegations'),
    columns: [
      { text: say('Của', 'From') },
      { text: say('Cho', 'To') },
      { text: say('Vai trò', 'Role') },
      { text: say('Thời gian', 'Time') },
      { text: say('Việc', 'Act') },
    ],
    rows: rows.map((row) => [
      row.from_name,
      row.to_name,
      `${nameOfRole(row.role, ctx.locale)}, ${directory.byId(row.unit_id)?.shortName ?? ''}`,
      `${formatDateTime(row.starts_at)} – ${formatDateTime(row.ends_at)}`,
      rowForm(
        ctx,
        officerHref(person.card.officer, '/thoi-uy-quyen'),
        html`<input type="hidden" name="ma" value="${row.id}">`,
        say('Thôi ủy quyền', 'End'),
      ),
    ]),
  });
}

function facts(view: OfficerView, target: string | undefined): Html {
  const { ctx, say, person, refusal } = view;
  const line = (name: string, label: string, initial: string) =>
    textInput({
      name,
      label,
      value: textOf(ctx.fields, name) || initial,
      autocomplete: 'off',
      locale: ctx.locale,
      ...(refusal && target === name ? { error: sentenceFor(refusal, ctx.locale) } : {}),
    });
  return details({
    summary: say('Sửa thông tin', 'Change the facts'),
    open: target === 'ten' || target === 'thu',
    content: act(
      view,
      'sua',
      html`${version(view)}<div class="mc-grid">${line('ten', say('Họ và tên', 'Full name'), person.card.name)}${line(
        'chuc-vu',
        say('Chức vụ', 'Title'),
        person.card.title,
      )}${line('thu', say('Thư điện tử', 'E-mail'), person.card.email)}</div>${button({
        text: say('Lưu thông tin', 'Save'),
      })}`,
    ),
  });
}

const leave = (view: OfficerView): Html =>
  details({
    summary: view.say('Ngừng tài khoản', 'Deactivate'),
    content: act(
      view,
      'ngung',
      html`${version(view)}<p>${view.say(
        'Phiên làm việc kết thúc ngay. Mọi vai trò và ủy quyền thôi hôm nay.',
        'Sessions end at once; roles and delegations end today.',
      )}</p>${button({ text: view.say('Ngừng tài khoản', 'Deactivate the account'), kind: 'warning' })}`,
    ),
  });
