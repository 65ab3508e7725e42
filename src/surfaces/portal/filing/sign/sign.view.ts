import type { Declaration } from '#capabilities/declarations';
import { button, card, details, notice, textInput } from '#design';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField, type Doors } from '#surfaces/shared';
import { type Say, sayIn } from '../../words/say.ts';
import { filingPage, type PageError, stepOf } from '../core/frame.ts';
import type { OpenFiling } from '../core/open-filing.ts';
import * as paths from '../core/paths.ts';
import { signersView } from './signers.view.ts';
import { signingForm } from './signing-form.ts';

export interface SignView {
  readonly filing: OpenFiling;
  readonly declaration: Declaration;
  /** The draft says something else by now. */
  readonly changed: boolean;
  readonly errors?: readonly (PageError & { readonly field?: string })[];
  /** What was typed about somebody who is asked to sign. */
  readonly typed?: Readonly<Record<string, string>>;
  readonly done?: string | undefined;
}

/** The last step before submitting, where a procedure asks for signatures. */
export function signView(ctx: PageCtx, doors: Doors, props: SignView): Html {
  const { filing, declaration, changed, errors = [], done } = props;
  const say = sayIn(ctx.locale);
  const title = say('Ký số', 'Sign');
  const own = declaration.signers.find(({ applicant }) => applicant);
  const { id } = filing.draft;
  return filingPage(ctx, doors, {
    title,
    back: paths.check(id),
    above: stepOf(ctx, filing, '@kiem-tra'),
    errors,
    main: [
      html`<h1>${title}</h1>`,
      done !== undefined &&
        errors.length === 0 &&
        notice({ kind: 'success', content: done, locale: ctx.locale }),
      changed ? changedView(ctx, say, id) : undefined,
      !changed && card({ title: say('Ai ký', 'Who signs'), content: whoSigns(ctx, say, props) }),
      !changed && own?.state !== 'signed' ? whatIsSigned(ctx, doors, say, props) : undefined,
      !changed && declaration.others > 0 && !declaration.complete ? inviteView(ctx, say, props) : undefined,
      !changed && declaration.complete ? submitView(ctx, say, props) : undefined,
      html`<p><a href="${paths.check(id)}">${say('Xem lại nội dung', 'Look at the content again')}</a></p>`,
    ],
  });
}

const changedView = (ctx: PageCtx, say: Say, draft: string): Html =>
  notice({
    kind: 'warning',
    locale: ctx.locale,
    title: say('Nội dung đã thay đổi', 'The content has changed'),
    content: html`<p>${say(
      'Chữ ký trước đây là cho nội dung cũ nên không dùng được nữa. Hãy kiểm tra lại, rồi ký.',
      'Earlier signatures are for what stood before, and do not count. Check it again, then sign.',
    )}</p><p><a href="${paths.check(draft)}">${say('Kiểm tra lại', 'Check it again')}</a></p>`,
  });

function whoSigns(ctx: PageCtx, say: Say, { filing, declaration }: SignView): Html {
  const missing = declaration.others - declaration.signers.filter(({ applicant }) => !applicant).length;
  return html`${signersView(
    say,
    declaration,
    (signer) =>
      !signer.applicant &&
      signer.state !== 'signed' &&
      html`<form method="post" action="${paths.sign(filing.draft.id)}/rut">${csrfField(ctx)}<input type="hidden" name="nguoi"${attributes({ value: signer.id })}>${button(
        { text: say('Rút lời mời', 'Withdraw'), kind: 'secondary' },
      )}</form>`,
  )}${
    missing > 0 &&
    html`<p>${say(`Còn cần mời ${missing} người cùng ký.`, `${missing} more must be asked to sign.`)}</p>`
  }`;
}

const whatIsSigned = (ctx: PageCtx, doors: Doors, say: Say, { filing }: SignView): Html =>
  card({
    title: say('Chữ ký của bạn', 'Your signature'),
    content: html`<p>${say(
      'Bạn ký đúng nội dung của trang kiểm tra, cùng dấu nhận dạng của từng tệp. Sửa bất cứ chỗ nào thì phải ký lại.',
      'You sign what the check page shows, with a fingerprint of every file. After any change it must be signed again.',
    )}</p>${signingForm(ctx, doors, `${paths.sign(filing.draft.id)}/bat-dau`)}`,
  });

function inviteView(
  ctx: PageCtx,
  say: Say,
  { filing, declaration, typed = {}, errors = [] }: SignView,
): Html {
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;
  const form = html`<form class="mc-stack" method="post" novalidate action="${paths.sign(filing.draft.id)}/moi">${csrfField(ctx)}${textInput(
    {
      id: 'ten',
      name: 'ten',
      label: say('Họ và tên', 'Full name'),
      value: typed['ten'],
      error: errorOf('ten'),
      locale: ctx.locale,
    },
  )}${textInput({
    id: 'so',
    name: 'so',
    label: say('Số định danh cá nhân', 'Personal number'),
    hint: say('12 chữ số; người được mời đăng nhập bằng VNeID.', '12 digits; they sign in with VNeID.'),
    inputMode: 'numeric',
    width: 'l',
    code: true,
    value: typed['so'],
    error: errorOf('so'),
    locale: ctx.locale,
  })}${textInput({
    id: 'email',
    name: 'email',
    type: 'email',
    label: say('Thư điện tử (không bắt buộc)', 'E-mail (optional)'),
    hint: say(
      'Để gửi lời mời. Không có thì bạn tự nhắn.',
      'To send the invitation. Else tell them yourself.',
    ),
    value: typed['email'],
    error: errorOf('email'),
    locale: ctx.locale,
  })}${button({ text: say('Mời cùng ký', 'Ask to sign'), kind: 'secondary' })}</form>`;
  const asked = declaration.signers.filter(({ applicant }) => !applicant).length;
  const content = html`<p>${say(
    'Người được mời đăng nhập, vào “Hồ sơ của bạn”, mục “Được mời cùng ký”. Họ chỉ thấy nội dung của hồ sơ này.',
    'They sign in and find it under “My dossiers”, “Asked to sign”. They see the content of this dossier only.',
  )}</p>${form}`;
  return asked < declaration.others || errors.length > 0
    ? card({ title: say('Mời người cùng ký', 'Ask others to sign'), content })
    : details({ summary: say('Mời thêm người cùng ký', 'Ask one more to sign'), content });
}

const submitView = (ctx: PageCtx, say: Say, { filing, declaration }: SignView): Html =>
  html`<form class="mc-stack" method="post"${attributes({ action: paths.submit(filing.draft.id) })}>${csrfField(ctx)}<input type="hidden" name="noi-dung"${attributes({ value: declaration.bodyHash })}><p>${say(
    'Mọi người đã ký. Bạn nộp được ngay.',
    'Everybody has signed. You can submit now.',
  )}</p>${button({ text: say('Nộp hồ sơ', 'Submit the dossier'), kind: 'primary' })}</form>`;
