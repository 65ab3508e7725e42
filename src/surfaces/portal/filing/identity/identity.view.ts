import type { ProcedureDefinition } from '#capabilities/forms';
import { button, buttonLink } from '#design';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField, type Doors } from '#surfaces/shared';
import { sayIn } from '../../words/say.ts';
import { filingPage } from '../core/frame.ts';
import * as paths from '../core/paths.ts';

export interface IdentityView {
  readonly definition: ProcedureDefinition;
  readonly replies: string;
}

export function identityView(ctx: PageCtx, doors: Doors, { definition, replies }: IdentityView): Html {
  const say = sayIn(ctx.locale);
  const { code, assurance, eligibility } = definition;
  const title = say('Đăng nhập để điền nhanh hơn', 'Sign in to fill in less');
  const needed = say('Hãy đăng nhập VNeID', 'Please sign in with VNeID');
  const pending = assurance.identityPendingAllowed;
  return filingPage(ctx, doors, {
    title: pending ? title : needed,
    back: paths.start(code, eligibility.length > 0 ? 'dieu-kien' : '', replies),
    main: [
      html`<h1>${pending ? title : needed}</h1>`,
      html`<p>${say(
        'Đăng nhập VNeID thì họ tên, ngày sinh, số định danh được điền sẵn, và bạn làm tiếp được trên máy khác.',
        'With VNeID your name, birth date and personal number are filled in, and you can go on with another device.',
      )}</p>`,
      !pending &&
        html`<p>${say(
          'Thủ tục này chỉ nhận hồ sơ của người đã xác minh danh tính.',
          'This procedure takes dossiers only from people whose identity is proven.',
        )}</p>`,
      buttonLink({
        text: say('Đăng nhập VNeID', 'Sign in with VNeID'),
        href: paths.signIn(paths.start(code, 'cho-ai', replies)),
        kind: 'primary',
      }),
      pending && guestWay(ctx, code, replies),
    ],
  });
}

const guestWay = (ctx: PageCtx, code: string, replies: string): Html => {
  const say = sayIn(ctx.locale);
  return html`<h2>${say('Chưa đăng nhập được?', 'Cannot sign in now?')}</h2><p>${say(
    'Bạn vẫn nộp được ngay và xác minh danh tính sau. Bản nháp chỉ giữ trên máy này, trong phiên làm việc.',
    'You can file now and prove your identity later. The draft stays on this device, for this session only.',
  )}</p><form method="post"${attributes({ action: paths.start(code, 'danh-tinh', replies) })}>${csrfField(ctx)}${button(
    {
      text: say('Xác minh danh tính sau', 'Prove my identity later'),
    },
  )}</form>`;
};
