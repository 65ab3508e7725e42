import { type Announcement, announcedWhat } from '#capabilities/catalogue';
import { button, dateInput, fileUpload, textarea, textInput } from '#design';
import type { Refusal } from '#kernel/outcome';
import { isPlainDate } from '#kernel/time';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField } from '#surfaces/shared';
import { controlsOf, dateParts, partsOf, textOf } from '../core/form.ts';
import type { Say } from '../core/say.ts';
import { controls, itemControls } from './read-form.ts';

export interface AnnouncementForm {
  readonly ctx: PageCtx;
  readonly say: Say;
  readonly action: string;
  readonly known: Announcement | undefined;
  readonly issuer: string;
  readonly fields: PageCtx['fields'];
  readonly refusal: Refusal | undefined;
  readonly fileRule: string;
  readonly maxUpload: number;
}

/** The control that mends a refusal. */
export const targetOf = ({ field = '' }: Refusal): string =>
  field === 'items' ? itemControls.announce : (controls[field as keyof typeof controls] ?? field);

/** A decision that announces procedures, as its paper says it. */
export function announcementForm(view: AnnouncementForm): Html {
  const { ctx, say, known, fields, refusal } = view;
  const typed = Object.keys(fields).some((name) => name === controls.number);
  const at = refusal && targetOf(refusal);
  const common = controlsOf(ctx, refusal, at);
  const value = (name: string, stored: string) => (typed ? textOf(fields, name) : stored);
  const line = (name: string, label: string, stored: string, hint?: string) =>
    textInput({ ...common(name, label, hint), value: value(name, stored), autocomplete: 'off' });
  const date = (name: string, label: string, stored: string | null | undefined, hint?: string) =>
    dateInput({
      ...common(name, label, hint),
      value: typed ? dateParts(fields, name) : stored && isPlainDate(stored) ? partsOf(stored) : {},
    });
  const itemLabels = {
    announce: say('Thủ tục mới ban hành', 'New procedures'),
    amend: say('Thủ tục được sửa đổi, thay thế', 'Amended or replaced procedures'),
    abolish: say('Thủ tục bị bãi bỏ', 'Abolished procedures'),
  };
  const codes = say('Mỗi dòng một mã, như 1.001193.', 'One code a line, like 1.001193.');
  return html`<form class="mc-stack"${attributes({
    method: 'post',
    action: `${view.action}?_csrf=${encodeURIComponent(ctx.csrf)}`,
    enctype: 'multipart/form-data',
    novalidate: true,
  })}>${csrfField(ctx)}${
    known && html`<input type="hidden" name="phien-ban" value="${String(known.revision)}">`
  }${line(controls.number, say('Số quyết định', 'Number'), known?.number ?? '', say('Như 1284/QĐ-UBND.', 'Like 1284/QĐ-UBND.'))}${line(
    controls.issuer,
    say('Người ban hành', 'Issued by'),
    known?.issuer ?? view.issuer,
  )}${line(controls.about, say('Trích yếu', 'About'), known?.about ?? '')}${date(
    controls.decidedOn,
    say('Ngày ký', 'Signed on'),
    known?.decided_on,
  )}${date(controls.effectiveOn, say('Có hiệu lực từ', 'In force from'), known?.effective_on)}${date(
    controls.publishedOn,
    say('Ngày công khai', 'Made public on'),
    known?.published_on,
    say('Để trống khi chưa công khai.', 'Leave empty until it is.'),
  )}${line(
    controls.law,
    say('Văn bản quy định thủ tục', 'Legal document behind it'),
    known?.law ?? '',
  )}${date(
    controls.lawEffectiveOn,
    say('Văn bản đó có hiệu lực từ', 'That document takes effect on'),
    known?.law_effective_on,
    say('Dùng để tính công bố đúng hạn.', 'Timeliness is counted from it.'),
  )}${announcedWhat.map((what) =>
    textarea({
      ...common(itemControls[what], itemLabels[what], codes),
      value: value(
        itemControls[what],
        (known?.items ?? [])
          .filter((item) => item.what === what)
          .map(({ code }) => code)
          .join('\n'),
      ),
      rows: 4,
    }),
  )}${fileUpload({
    ...common(controls.file, say('Bản ký của quyết định', 'The signed decision')),
    rule: view.fileRule,
    maxBytes: view.maxUpload,
    kept: known?.file_sha256 ? [{ name: known.file_name, note: known.file_sha256.slice(0, 12) }] : [],
  })}${button({
    text: known ? say('Lưu thay đổi', 'Save') : say('Ghi quyết định', 'Enter the decision'),
    kind: 'primary',
  })}</form>`;
}
