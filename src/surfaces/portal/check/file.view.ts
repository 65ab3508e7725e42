import { card, notice, summaryList, tag, verdict } from '#design';
import type { Locale } from '#kernel/text';
import { type Html, html } from '#platform/html';
import type { JudgedPdf } from '#platform/pdf-signatures';
import type { Say } from '../words/say.ts';
import { moment } from '../words/times.ts';
import type { JudgedFile } from './judge-file.ts';
import { resultCards, stateVerdict } from './result.view.ts';

export interface FileShown {
  readonly say: Say;
  readonly locale: Locale;
  readonly publicUrl: string;
  readonly name: string;
  readonly file: JudgedFile;
}

/** Title and page for what a posted file was found to be. */
export function fileAnswer(shown: FileShown): { readonly title: string; readonly main: Html } {
  const { say, file } = shown;
  switch (file.is) {
    case 'unchanged':
      return {
        title: say('Tệp còn nguyên', 'The file is unchanged'),
        main: unchanged(shown, file),
      };
    case 'changed':
      return { title: changedTitle(say), main: changed(shown, file) };
    case 'foreign':
      return { title: foreignTitle(say), main: foreign(shown, file) };
  }
}

const changedTitle = (say: Say): string =>
  say('Tệp này đã bị sửa sau khi ký', 'This file was changed after it was signed');
const foreignTitle = (say: Say): string =>
  say('Tệp này không phải bản do hệ thống phát hành', 'This file was not issued by this system');
const fileName = (name: string): Html => html`<p class="mc-small">PDF: ${name}</p>`;

type Of<K extends JudgedFile['is']> = Extract<JudgedFile, { is: K }>;

function unchanged(shown: FileShown, { result }: Of<'unchanged'>): Html {
  const { say, name } = shown;
  const whole = html`<p><strong>${say('Tệp còn nguyên từ khi ký.', 'The file is unchanged since it was signed.')}</strong> ${say(
    'Từng chữ trong tệp giống bản đã đăng ký.',
    'Every letter in it agrees with what is registered.',
  )}</p>${fileName(name)}`;
  return html`${stateVerdict({ ...shown, result }, whole)}${resultCards({ ...shown, result }, 'file')}`;
}

function changed(shown: FileShown, { result, signed }: Of<'changed'>): Html {
  const { say, name } = shown;
  return html`${verdict({
    tone: 'red',
    icon: 'error',
    title: changedTitle(say),
    content: html`<p>${say(
      'Phần đầu là kết quả đã đăng ký dưới đây, phía sau có nội dung thêm vào.',
      'It begins with the registered result below, and something was added behind it.',
    )}</p><p>${say(
      'Đừng tin những gì tệp này hiển thị. Hãy xin lại tệp gốc.',
      'Do not rely on what it shows. Ask for the original file.',
    )}</p>${fileName(name)}`,
  })}${resultCards({ ...shown, result }, 'changed-file')}${signedCard(shown, signed)}`;
}

function foreign(shown: FileShown, { signed }: Of<'foreign'>): Html {
  const { say, name } = shown;
  return html`${verdict({
    tone: 'red',
    icon: 'warning',
    title: foreignTitle(say),
    content: html`<p>${say(
      'Không có kết quả nào được đăng ký với tệp này.',
      'No result is registered with this file.',
    )}</p>${fileName(name)}`,
  })}${card({
    title: say('Nên làm gì?', 'What to do'),
    content: html`<ul><li>${say(
      'Ảnh chụp, bản quét, bản in ra PDF không phải tệp gốc: hãy xin tệp gốc.',
      'A photo, a scan or a print to PDF is not the original: ask for the original file.',
    )}</li><li><a href="/kiem-tra">${say('Kiểm tra bằng số ghi trên giấy', 'Check by the number on the paper')}</a></li><li>${say(
      'Vẫn nghi ngờ? Hãy hỏi cơ quan ghi trên giấy.',
      'Still in doubt? Ask the agency named on the paper.',
    )}</li></ul>`,
  })}${signedCard(shown, signed)}`;
}

/** What the signatures inside say by themselves; they do not make it a result. */
function signedCard({ say, locale }: FileShown, signed: JudgedPdf | undefined): Html | undefined {
  if (!signed) return undefined;
  const { signatures, refused } = signed;
  if (signatures.length + refused.length === 0)
    return notice({
      kind: 'info',
      content: say('Tệp không có chữ ký số.', 'The file has no electronic signature.'),
    });
  return card({
    title: say('Chữ ký số trong tệp', 'Signatures in the file'),
    content: html`${
      signatures.length > 0 &&
      summaryList({
        locale,
        rows: signatures.map(({ certificate, provenAt, claimedAt, covers }) => {
          const at = provenAt ?? claimedAt;
          return {
            label: certificate.subject.parts.commonName ?? certificate.serial,
            value: html`${tag({ text: say('chữ ký đúng', 'signature holds'), tone: 'jade', icon: 'check' })}<br>${
              at !== undefined && html`${moment(at)}<br>`
            }${
              covers.whole
                ? say('ký trên toàn bộ tệp', 'over the whole file')
                : say(
                    `chỉ ký đến phần ${covers.revision} trên ${covers.of}`,
                    `only up to part ${covers.revision} of ${covers.of}`,
                  )
            }`,
          };
        }),
      })
    }${
      refused.length > 0 &&
      html`<p>${tag({ text: say(`${refused.length} chữ ký không tin được`, `${refused.length} not to be trusted`), tone: 'red' })}</p><p>${say(
        'Nội dung đã đổi sau chữ ký, hoặc người ký không được nhận ra.',
        'The content changed after it, or its signer is not known here.',
      )}</p>`
    }`,
  });
}
