import type { DocumentDemand } from '#capabilities/forms';
import { button, buttonGroup, buttonLink, fileUpload, icon, moveLink, status } from '#design';
import { inLocale } from '#kernel/text';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField, type Doors } from '#surfaces/shared';
import { sayIn } from '../../words/say.ts';
import { filingPage, savedLine, stepOf } from '../core/frame.ts';
import type { OpenFiling } from '../core/open-filing.ts';
import * as paths from '../core/paths.ts';
import { documentsKey } from '../core/road.ts';
import { type DraftFile, filesOf } from '../documents/demands.ts';
import { sizeInWords } from './size.ts';

export interface DocumentView {
  readonly filing: OpenFiling;
  readonly demand: DocumentDemand;
  readonly insteadOf?: DocumentDemand | undefined;
  /** One sentence per file that was not taken. */
  readonly errors?: readonly string[];
  readonly received?: number;
}

/** A photo above this is made smaller in the browser before it is sent; it stays readable (ACCEPTANCE §3). */
const shrinkTo = 400_000;

/** One paper: the rule, the files kept, and two ways to add more. */
export function documentView(ctx: PageCtx, doors: Doors, props: DocumentView): Html {
  const { filing, demand, insteadOf, errors = [], received = 0 } = props;
  const { locale } = ctx;
  const say = sayIn(locale);
  const { draft } = filing;
  const files = filesOf(draft, demand.id);
  const title = inLocale(demand.name, locale);
  const back = insteadOf ? paths.document(draft.id, insteadOf.id) : paths.documents(draft.id);
  const goOn = buttonLink({
    text: say('Xong giấy này', 'Done with this paper'),
    href: paths.documents(draft.id),
    kind: 'primary',
  });
  return filingPage(ctx, doors, {
    endTold: true,
    title,
    back,
    above: stepOf(ctx, filing, documentsKey),
    errors: errors.map((text) => ({ text, target: 'tep' })),
    main: [
      received > 0 &&
        status({ text: say(`Đã nhận ${received} tệp.`, `${received} files received.`), locale }),
      html`<h1>${title}</h1>`,
      demand.hint && html`<p>${inLocale(demand.hint, locale)}</p>`,
      copiesLine(ctx, demand),
      files.length > 0 && keptFiles(ctx, filing, demand, files),
      files.length > 0 && goOn,
      uploadForm(ctx, doors, props, files.length > 0),
      instead(ctx, filing, demand),
      savedLine(ctx, draft.updated_at),
    ],
  });
}

function uploadForm(
  ctx: PageCtx,
  doors: Doors,
  { filing, demand, errors = [] }: DocumentView,
  more: boolean,
): Html {
  const { locale } = ctx;
  const say = sayIn(locale);
  const rule = inLocale(doors.files.rule, locale);
  const address = `${paths.document(filing.draft.id, demand.id)}?_csrf=${encodeURIComponent(ctx.csrf)}`;
  const limits = {
    maxBytes: doors.place.maxUpload,
    tooBigText: say(
      'Tệp này quá lớn. Hãy chụp lại nhỏ hơn.',
      'This file is too large. Take a smaller photo.',
    ),
    shrinkTo,
    multiple: true,
    locale,
  };
  return html`<form class="mc-stack" method="post" enctype="multipart/form-data" novalidate${attributes({ action: address })}>${fileUpload(
    {
      ...limits,
      name: 'tep',
      label: more
        ? say('Thêm ảnh hoặc tệp', 'Add photos or files')
        : say('Chọn ảnh hoặc tệp', 'Choose photos or files'),
      rule,
      // Named types make a phone hand over its own formats (HEIC) as JPEG.
      accept: 'image/jpeg,image/png,application/pdf',
      ...(errors.length > 0 ? { error: errors.join(' ') } : {}),
    },
  )}${fileUpload({
    ...limits,
    name: 'anh',
    label: say('Hoặc chụp ngay bằng điện thoại', 'Or take a photo now'),
    rule: say(
      'Đặt giấy trên nền tối, đủ sáng, thấy cả bốn góc.',
      'Dark ground, good light, all four corners.',
    ),
    accept: 'image/jpeg,image/png',
    capture: 'environment',
  })}${buttonGroup([
    button({
      text: more ? say('Tải thêm', 'Upload more') : say('Tải lên', 'Upload'),
      kind: more ? 'secondary' : 'primary',
    }),
    buttonLink({ text: say('Để sau', 'Later'), href: paths.documents(filing.draft.id) }),
  ])}</form>`;
}

function keptFiles(
  ctx: PageCtx,
  { draft }: OpenFiling,
  demand: DocumentDemand,
  files: readonly DraftFile[],
): Html {
  const say = sayIn(ctx.locale);
  const remove = (file: DraftFile) =>
    moveLink(
      {
        action: `${paths.document(draft.id, demand.id)}/bo`,
        hidden: html`${csrfField(ctx)}<input type="hidden" name="tep"${attributes({ value: file.id })}>`,
      },
      html`${say('Bỏ', 'Remove')}<span class="mc-hidden"> ${file.name}</span>`,
    );
  return html`<section class="mc-stack"><h2>${say('Đã nhận', 'Received')}</h2><ul class="mc-files">${files.map(
    (file) =>
      html`<li>${icon({ name: 'file' })}<span><strong>${file.name}</strong> <span class="mc-quiet">${sizeInWords(file.size)}</span></span>${remove(file)}</li>`,
  )}</ul></section>`;
}

function copiesLine(ctx: PageCtx, { originals, copies }: DocumentDemand): Html | undefined {
  const say = sayIn(ctx.locale);
  if (originals === 0 && copies === 0) return undefined;
  return html`<p class="mc-quiet">${
    originals > 0
      ? say(
          'Chụp từ bản chính. Giữ bản chính để đối chiếu khi cần.',
          'Photograph the original, and keep it for comparison.',
        )
      : say('Bản sao là đủ.', 'A copy is enough.')
  }</p>`;
}

/** Other papers that may stand in the place of this one. */
function instead(ctx: PageCtx, { draft }: OpenFiling, { alternatives }: DocumentDemand): Html | undefined {
  if (alternatives.length === 0) return undefined;
  const say = sayIn(ctx.locale);
  return html`<section class="mc-stack"><h2>${say('Không có giấy này? Nộp thay bằng', 'Not at hand? Instead you may add')}</h2><ul>${alternatives.map(
    (other) => {
      const count = filesOf(draft, other.id).length;
      return html`<li><a${attributes({ href: paths.document(draft.id, other.id) })}>${inLocale(other.name, ctx.locale)}</a>${
        count > 0 && html` <span class="mc-quiet">(${say(`${count} tệp`, `${count} files`)})</span>`
      }</li>`;
    },
  )}</ul></section>`;
}
