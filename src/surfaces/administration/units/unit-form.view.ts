import type { Unit, UnitDirectory } from '#capabilities/organisations';
import { kindsBelow, unitKinds } from '#capabilities/organisations';
import { button, dateInput, notice, select, textarea, textInput } from '#design';
import type { Refusal } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import { formatDate } from '#kernel/time';
import { type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { dateParts, partsOf, postForm, textOf } from '../core/form.ts';
import type { Say } from '../core/say.ts';
import { unitKindNames } from '../core/words.ts';
import { sentenceFor } from '../sentences.ts';
import { unitHref } from './list.page.ts';

export const unitForms = {
  them: { vi: 'Thêm đơn vị bên dưới', en: 'Add a unit below' },
  'doi-ten': { vi: 'Đổi tên đơn vị', en: 'Rename the unit' },
  sua: { vi: 'Đổi địa chỉ, giờ làm việc', en: 'Change address and hours' },
  'ket-thuc': { vi: 'Kết thúc đơn vị', en: 'Close the unit' },
} as const;
export type UnitFormName = keyof typeof unitForms;

export interface UnitFormView {
  readonly ctx: PageCtx;
  readonly say: Say;
  readonly unit: Unit;
  readonly act: UnitFormName;
  readonly fields: PageCtx['fields'];
  readonly refusal: Refusal | undefined;
  readonly directory: UnitDirectory;
  /** Keys of opening hours in the calendar. */
  readonly hours: readonly string[];
}

/** Fields of a refusal by the names that commands give them. */
const fieldOf: Readonly<Record<string, string>> = {
  name: 'ten',
  code: 'ma',
  from: 'ngay',
  on: 'ngay',
  successor: 'tiep-nhan',
  reason: 'ly-do',
  address: 'dia-chi',
  hours: 'gio',
};

export function unitForm(view: UnitFormView): { title: string; main: Html; target?: string | undefined } {
  const { ctx, say, unit, act, fields, refusal, directory } = view;
  const { locale } = ctx;
  const at = refusal?.field && (fieldOf[refusal.field] ?? refusal.field);
  const sentence = refusal && sentenceFor(refusal, locale);
  const common = (name: string, label: string) => ({
    name,
    label,
    locale,
    ...(at === name ? { error: sentence } : {}),
  });
  const line = (name: string, label: string, initial = '') =>
    textInput({ ...common(name, label), value: textOf(fields, name) || initial, autocomplete: 'off' });
  const posted = fields['phien-ban'] !== undefined || fields['ten'] !== undefined;
  const date = (label: string) =>
    dateInput({
      ...common('ngay', label),
      value: posted ? dateParts(fields, 'ngay') : partsOf(directory.day),
    });
  const version = html`<input type="hidden" name="phien-ban" value="${String(unit.version)}">`;
  const title = say(unitForms[act].vi, unitForms[act].en);
  const send = button({ text: title, kind: act === 'ket-thuc' ? 'warning' : 'primary' });
  const content = {
    them: () => [
      line('ten', say('Tên đầy đủ', 'Full name')),
      line('ten-ngan', say('Tên ngắn', 'Short name')),
      line('ma', say('Mã định danh, như H01.105', 'Identifier, like H01.105')),
      select({
        ...common('loai', say('Loại đơn vị', 'Kind')),
        options: kindsBelow(directory.head()?.kind).map((kind) => ({
          value: kind,
          text: inLocale(unitKindNames[kind], locale),
        })),
        value: textOf(fields, 'loai'),
      }),
      line('dia-ban', say('Mã địa bàn phục vụ, nếu có', 'Code of its area, if any'), unit.adminCode ?? ''),
      line('dia-chi', say('Địa chỉ', 'Address')),
      select({
        ...common('gio', say('Giờ làm việc', 'Hours')),
        options: view.hours.map((key) => ({ value: key, text: key })),
        value: textOf(fields, 'gio') || 'office',
        emptyText: null,
      }),
      date(say('Hoạt động từ ngày', 'Stands from')),
    ],
    'doi-ten': () => [
      version,
      line('ten', say('Tên mới', 'New name'), unit.name),
      line('ten-ngan', say('Tên ngắn mới', 'New short name'), unit.shortName),
      date(say('Dùng tên mới từ ngày', 'From')),
    ],
    sua: () => [
      version,
      textInput({
        ...common('dia-chi', say('Địa chỉ', 'Address')),
        value: posted ? textOf(fields, 'dia-chi') : unit.address,
        autocomplete: 'off',
      }),
      select({
        ...common('gio', say('Giờ làm việc', 'Hours')),
        hint: say(
          'Hồ sơ đã tiếp nhận giữ giờ cũ. Thêm bộ giờ ở trang Lịch làm việc.',
          'Dossiers already accepted keep the old hours. New hours are made on the calendar page.',
        ),
        options: view.hours.map((key) => ({ value: key, text: key })),
        value: textOf(fields, 'gio') || unit.hours,
        emptyText: null,
      }),
    ],
    'ket-thuc': () => [
      version,
      notice({
        kind: 'warning',
        title: say('Đơn vị thôi nhận việc từ ngày này.', 'From that day it takes no work.'),
        content: say(
          `Đơn vị tiếp nhận làm tiếp hồ sơ và các đơn vị bên dưới. Hoạt động từ ${formatDate(unit.validFrom)}.`,
          `The successor carries on its dossiers. It stands since ${formatDate(unit.validFrom)}.`,
        ),
      }),
      date(say('Ngày đầu tiên không còn hoạt động', 'First day it no longer stands')),
      select({
        ...common('tiep-nhan', say('Đơn vị tiếp nhận', 'Successor')),
        options: directory
          .ofKind(...unitKinds)
          .filter(({ id }) => id !== unit.id)
          .map(({ id, name }) => ({ value: id, text: name })),
        value: textOf(fields, 'tiep-nhan'),
        emptyText: say('Không có', 'None'),
      }),
      textarea({
        ...common('ly-do', say('Quyết định hoặc lý do', 'Decision or reason')),
        value: textOf(fields, 'ly-do'),
        rows: 2,
      }),
    ],
  }[act]();
  return {
    title,
    main: postForm(ctx, unitHref(unit.id, `/${act}`), [content, send]),
    target: at || undefined,
  };
}
