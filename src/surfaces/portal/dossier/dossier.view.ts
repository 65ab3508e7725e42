import type { DossierView } from '#capabilities/dossiers';
import { buttonLink, card, status } from '#design';
import type { UnitId } from '#kernel/ids';
import type { Locale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import { addressOf } from '../tracking/next-action.ts';
import type { Say } from '../words/say.ts';
import { moment } from '../words/times.ts';

/** What the last act did, by the word in the address it came back to. */
export function doneSentence(say: Say, locale: Locale, what: string | undefined): Html | undefined {
  const sentences: Readonly<Record<string, string>> = {
    'bo-sung': say('Đã gửi phần bổ sung. Cơ quan sẽ kiểm tra.', 'Sent. The office will check your papers.'),
    'tin-nhan': say('Đã gửi tin nhắn.', 'Message sent.'),
    'dong-y': say('Bạn đã xác nhận bản dự thảo.', 'You confirmed the draft.'),
    'gop-y': say('Đã gửi ý kiến của bạn về bản dự thảo.', 'Your remarks on the draft were sent.'),
    rut: say('Đã gửi đề nghị rút hồ sơ.', 'Your withdrawal was sent.'),
    'khong-rut': say('Hồ sơ được giải quyết tiếp.', 'The work on your dossier goes on.'),
    'lien-lac': say('Đã lưu cách liên lạc cho hồ sơ này.', 'Saved how to reach you about this dossier.'),
    'danh-gia': say('Cảm ơn bạn đã đánh giá.', 'Thank you for your rating.'),
  };
  const text = what === undefined ? undefined : sentences[what];
  return text === undefined ? undefined : status({ text, locale });
}

export interface MessagesProps {
  readonly say: Say;
  readonly code: string;
  readonly messages: DossierView['messages'];
  readonly unitName: (id: UnitId) => string;
}

export const messageItem = (
  { say, code, unitName }: Pick<MessagesProps, 'say' | 'code' | 'unitName'>,
  message: DossierView['messages'][number],
): Html =>
  html`<li><span><strong>${
    message.from_kind === 'citizen'
      ? say('Bạn', 'You')
      : [message.author_name, message.unit_id && unitName(message.unit_id as UnitId)]
          .filter(Boolean)
          .join(', ')
  }</strong> <span class="mc-quiet mc-small">${moment(message.at)}</span>${message.body
    .split('\n')
    .filter(Boolean)
    .map((line) => html`<br>${line}`)}${message.files.map(
    (file, index) => html`<br><a href="${addressOf(code, `/tep/${message.id}.${index}`)}">${file.name}</a>`,
  )}</span></li>`;

/** The last messages and the way to write one. */
export function messagesCard(props: MessagesProps): Html {
  const { say, code, messages } = props;
  return card({
    title: say('Trao đổi với cơ quan', 'Messages'),
    content: html`${
      messages.length === 0
        ? html`<p>${say('Chưa có tin nhắn nào.', 'No messages yet.')}</p>`
        : html`<ul class="mc-files">${messages.slice(-2).map((message) => messageItem(props, message))}</ul>`
    }<p><a href="${addressOf(code, '/tin-nhan')}">${
      messages.length > 2
        ? say(`Xem cả ${messages.length} tin và viết thêm`, `See all ${messages.length} and write`)
        : say('Viết tin nhắn', 'Write a message')
    }</a></p>`,
  });
}

export interface ActionsProps {
  readonly say: Say;
  readonly code: string;
  readonly secret: string;
  readonly canWithdraw: boolean;
  readonly canTakeBack: boolean;
  readonly canRate: boolean;
  readonly canChangeContact: boolean;
}

/** What may be done besides the one thing that is asked for. */
export const dossierActions = ({
  say,
  code,
  secret,
  canWithdraw,
  canTakeBack,
  canRate,
  canChangeContact,
}: ActionsProps): Html =>
  html`${canRate && html`<p>${buttonLink({ text: say('Đánh giá việc phục vụ', 'Rate the service'), href: addressOf(code, '/danh-gia') })}</p>`}${card(
    {
      title: say('Việc khác', 'Other things'),
      content: html`<ul><li><a href="${addressOf(code, '/noi-dung')}">${say('Xem những gì đã nộp', 'See what was filed')}</a></li>${
        canChangeContact &&
        html`<li><a href="${addressOf(code, '/lien-lac')}">${say('Đổi số điện thoại, thư điện tử', 'Change phone or e-mail')}</a></li>`
      }${
        canWithdraw &&
        html`<li><a href="${addressOf(code, '/rut')}">${say('Rút hồ sơ', 'Withdraw the dossier')}</a></li>`
      }${
        canTakeBack &&
        html`<li><a href="${addressOf(code, '/rut')}">${say('Không rút hồ sơ nữa', 'Take the withdrawal back')}</a></li>`
      }</ul><p class="mc-quiet">${say('Cho người khác tra cứu hộ: đưa họ mã tra cứu', 'To let somebody track it for you, give them the secret')} <strong class="mc-code">${secret}</strong></p>`,
    },
  )}`;
