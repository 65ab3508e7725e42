import { movableLevels } from '#capabilities/catalogue';
import { button, dateInput, radios, type SelectOption, select, textarea, textInput } from '#design';
import type { Refusal } from '#kernel/outcome';
import { inLocale } from '#kernel/text';
import type { Html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { controlsOf, dateParts, postForm, textOf } from '../core/form.ts';
import type { Say } from '../core/say.ts';
import { kindNames, levelNames, movesPath, openNames } from './words.ts';

/** Names of the controls, by what the command calls them. */
export const controls = {
  number: 'so',
  issuer: 'co-quan',
  decidedOn: 'ngay-ky',
  kind: 'loai',
  codes: 'ma',
  to: 'cap',
  toUnit: 'don-vi',
  from: 'tu-ngay',
  until: 'den-ngay',
  openDossiers: 'ho-so-mo',
  note: 'ghi-chu',
} as const;

/** A decision that moves authority, as its paper says it. */
export function moveForm(view: {
  readonly ctx: PageCtx;
  readonly say: Say;
  readonly issuer: string;
  readonly units: readonly SelectOption[];
  /** Levels make sense where there are communes. */
  readonly withLevels: boolean;
  readonly refusal: Refusal | undefined;
}): Html {
  const { ctx, say, refusal } = view;
  const { locale, fields } = ctx;
  const at = refusal && (controls[refusal.field as keyof typeof controls] ?? refusal.field);
  const common = controlsOf(ctx, refusal, at);
  const line = (name: string, label: string, initial = '') =>
    textInput({ ...common(name, label), value: textOf(fields, name) || initial, autocomplete: 'off' });
  const date = (name: string, label: string, hint?: string) =>
    dateInput({ ...common(name, label, hint), value: dateParts(fields, name) });
  return postForm(ctx, `${movesPath}/them`, [
    line(controls.number, say('Số quyết định', 'Number')),
    line(controls.issuer, say('Người ban hành', 'Issued by'), view.issuer),
    date(controls.decidedOn, say('Ngày ký', 'Signed on')),
    radios({
      ...common(controls.kind, say('Hình thức', 'Kind')),
      options: (['decentralise', 'delegate'] as const).map((kind) => ({
        value: kind,
        text: inLocale(kindNames[kind], locale),
        hint:
          kind === 'delegate'
            ? say('Có thời hạn, phải ghi ngày kết thúc.', 'For a time: it needs a last day.')
            : say('Áp dụng đến khi có quyết định khác.', 'Until another decision.'),
      })),
      value: textOf(fields, controls.kind),
    }),
    textarea({
      ...common(
        controls.codes,
        say('Thủ tục', 'Procedures'),
        say('Mỗi dòng một mã, như 1.001193.', 'One code a line.'),
      ),
      value: textOf(fields, controls.codes),
      rows: 4,
    }),
    view.withLevels &&
      select({
        ...common(
          controls.to,
          say('Chuyển cho cấp', 'To the level'),
          say('Chọn cấp, hoặc chọn một đơn vị ở dưới.', 'Choose a level, or one unit below.'),
        ),
        options: movableLevels.map((level) => ({ value: level, text: inLocale(levelNames[level], locale) })),
        value: textOf(fields, controls.to),
        emptyText: say('Không, cho một đơn vị', 'No, to one unit'),
      }),
    select({
      ...common(controls.toUnit, say('Chuyển cho đơn vị', 'To the unit')),
      options: view.units,
      value: textOf(fields, controls.toUnit),
      emptyText: say('Không chọn', 'None'),
    }),
    date(controls.from, say('Áp dụng từ ngày', 'In force from')),
    date(
      controls.until,
      say('Ngày đầu tiên thôi áp dụng', 'First day it no longer holds'),
      say('Để trống khi không có thời hạn.', 'Leave empty when it has none.'),
    ),
    radios({
      ...common(controls.openDossiers, say('Hồ sơ đang mở vào ngày đó', 'Dossiers open on that day')),
      options: (['stay', 'move'] as const).map((open) => ({
        value: open,
        text: inLocale(openNames[open], locale),
      })),
      value: textOf(fields, controls.openDossiers),
    }),
    textarea({
      ...common(controls.note, say('Ghi chú', 'Note')),
      value: textOf(fields, controls.note),
      rows: 2,
    }),
    button({ text: say('Gửi người khác duyệt', 'Send to be approved'), kind: 'primary' }),
  ]);
}
