import type { FeeLine } from '#capabilities/forms';
import { button, buttonLink, card, notice, summaryList } from '#design';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField, type Doors } from '#surfaces/shared';
import { sayIn } from '../../words/say.ts';
import { dayIn } from '../../words/times.ts';
import { filingPage, type PageError, stepOf } from '../core/frame.ts';
import { leaveTo } from '../core/leave.ts';
import { movedNotice } from '../core/moved.ts';
import type { OpenFiling } from '../core/open-filing.ts';
import * as paths from '../core/paths.ts';
import { stopBefore } from '../core/road.ts';
import { timeInWords } from '../start/needs.ts';
import { feesView } from './fees.view.ts';
import type { DuePromise } from './promise.ts';
import { answerSections, deliveryRows, paperRows, representedRows, type Section } from './rows.ts';

export interface CheckView {
  readonly filing: OpenFiling;
  /** Undefined when they cannot be reckoned; the errors say so. */
  readonly fees: readonly FeeLine[] | undefined;
  readonly promise: DuePromise | undefined;
  readonly centre: string;
  /** The unit that decides. */
  readonly competent: string;
  /** Fingerprint of what this page shows; comes back with the button. */
  readonly hash: string;
  /** Something must be mended first: then there is no button. */
  readonly errors?: readonly PageError[];
  /** Said above everything: the content changed meanwhile. */
  readonly changed?: string;
}

export function checkView(ctx: PageCtx, doors: Doors, props: CheckView): Html {
  const { filing, fees, centre, errors = [], changed } = props;
  const { locale } = ctx;
  const say = sayIn(locale);
  const title = say('Kiểm tra trước khi nộp', 'Check before you submit');
  const papers = paperRows(filing, say, locale);
  const sections: readonly Section[] = [
    { id: 'nguoi-nop', title: say('Người nộp', 'Who files'), rows: representedRows(filing, say, locale) },
    ...answerSections(filing, locale, doors.services.lists),
    ...(papers.length > 0 ? [{ id: 'giay-to', title: say('Giấy tờ', 'Papers'), rows: papers }] : []),
    {
      id: 'nop-va-nhan',
      title: say('Nộp và nhận', 'Filing and result'),
      rows: deliveryRows(filing, centre, say, locale),
    },
  ];
  return filingPage(ctx, doors, {
    title,
    back: stopBefore(filing.road, '@kiem-tra')?.href,
    above: stepOf(ctx, filing, '@kiem-tra'),
    errors,
    main: [
      html`<h1>${title}</h1>`,
      movedNotice(ctx, filing.draft),
      changed !== undefined && notice({ kind: 'warning', content: changed, locale }),
      sections.map((section) =>
        card({ id: section.id, title: section.title, content: summaryList({ rows: section.rows, locale }) }),
      ),
      fees && feesView(ctx, filing.definition, fees),
      promiseView(ctx, props),
      errors.length === 0
        ? needsSignature(filing)
          ? toSigning(ctx, props)
          : submitForm(ctx, props)
        : undefined,
      html`<p><a href="${leaveTo(ctx, filing.draft.id)}">${say('Lưu và thoát, nộp sau', 'Save and leave, submit later')}</a></p>`,
    ],
  });
}

function promiseView(ctx: PageCtx, { promise, competent }: CheckView): Html {
  const { locale } = ctx;
  const say = sayIn(locale);
  const decided = promise
    ? say(
        `${competent} giải quyết: ${timeInWords(say, promise.time)}, tính từ khi tiếp nhận.`,
        `${competent} decides: ${timeInWords(say, promise.time)}, counted from acceptance.`,
      )
    : say(
        `${competent} giải quyết; thủ tục này chưa công bố thời hạn.`,
        `${competent} decides; no time is published.`,
      );
  return card({
    title: say('Bao giờ xong', 'When it will be done'),
    content: [
      html`<p>${say('Nơi nhận trả lời bạn trong 8 giờ làm việc.', 'The centre answers within 8 working hours.')}</p>`,
      html`<p>${decided}</p>`,
      promise?.ifAcceptedNow &&
        html`<p>${say('Nếu được tiếp nhận ngay bây giờ, hẹn trả', 'If accepted now, the result is due on')} <strong>${dayIn(
          locale,
          promise.ifAcceptedNow,
        )}</strong>.</p>`,
    ],
  });
}

const needsSignature = ({ definition, draft }: OpenFiling): boolean =>
  definition.assurance.signed === true && draft.channel === 'online';

/** Where the procedure asks for signatures, submitting comes after them. */
function toSigning(ctx: PageCtx, { filing, hash }: CheckView): Html {
  const say = sayIn(ctx.locale);
  const others = filing.definition.assurance.coSigners ?? 0;
  return html`<form class="mc-stack" method="post"${attributes({ action: paths.sign(filing.draft.id) })}>${csrfField(ctx)}<input type="hidden" name="noi-dung"${attributes({ value: hash })}><p>${
    others > 0
      ? say(
          `Thủ tục này cần chữ ký số của bạn và ${others} người khác. Bước sau bạn ký và mời họ.`,
          `This procedure needs your signature and that of ${others} more. Next you sign and ask them.`,
        )
      : say(
          'Thủ tục này cần chữ ký số của bạn. Bước sau bạn ký, rồi nộp.',
          'This procedure needs your signature. Next you sign, then submit.',
        )
  }</p>${button({ text: say('Sang bước ký số', 'Go on to sign'), kind: 'primary' })}</form>`;
}

function submitForm(ctx: PageCtx, { filing, hash }: CheckView): Html {
  const say = sayIn(ctx.locale);
  const guest = ctx.actor.kind === 'citizen' && ctx.actor.guest;
  return html`<form class="mc-stack" method="post"${attributes({ action: paths.submit(filing.draft.id) })}>${csrfField(ctx)}<input type="hidden" name="noi-dung"${attributes({ value: hash })}>${
    guest && [
      notice({
        kind: 'info',
        title: say('Danh tính của bạn chưa được xác minh', 'Your identity is not proven yet'),
        content: say(
          'Bạn nộp được ngay. Hãy xác minh trước khi nhận kết quả.',
          'You can submit now. Prove it before you collect the result.',
        ),
      }),
      buttonLink({
        text: say('Đăng nhập VNeID trước', 'Sign in with VNeID first'),
        href: paths.signIn(paths.check(filing.draft.id)),
      }),
    ]
  }<p>${say('Bấm nộp nghĩa là bạn xác nhận các thông tin trên là đúng.', 'By submitting you confirm that this is true.')}</p>${button(
    { text: say('Nộp hồ sơ', 'Submit the dossier'), kind: 'primary' },
  )}</form>`;
}
