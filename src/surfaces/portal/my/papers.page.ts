import { z } from 'zod';
import { receiptsOfMine } from '#capabilities/payments';
import { type ShelvedPaper, shelfOf } from '#capabilities/results';
import { card, emptyState, notice, summaryList, tag } from '#design';
import { asPlainDate, formatDate, localDate } from '#kernel/time';
import { type Html, html } from '#platform/html';
import { definePage, htmlReply } from '#platform/http';
import { checkPath, citizenPage, type Doors, resultTag } from '#surfaces/shared';
import { ownPermission } from '../dossier/mine.ts';
import { receiptsView } from '../payment/receipts.view.ts';
import { addressOf } from '../tracking/next-action.ts';
import { walletPath } from '../wallet/paths.ts';
import { back } from '../words/page.ts';
import { type Say, sayIn } from '../words/say.ts';

/** Why a paper is no longer to be used. */
const groundOf = (say: Say, { state, ground }: ShelvedPaper): Html | false =>
  ground !== null &&
  (state === 'revoked' || state === 'replaced') &&
  notice({
    kind: 'warning',
    title:
      state === 'revoked'
        ? say('Giấy này đã thu hồi, đừng dùng nữa', 'This paper was revoked; do not use it')
        : say('Giấy này đã có bản khác thay', 'Another paper stands in its place'),
    content: html`<p>${say('Căn cứ', 'Ground')}: ${ground}</p>`,
  });

/** What was ended is kept to be read, not to be shown to anybody. */
const usable = ({ state }: ShelvedPaper): boolean => state !== 'revoked' && state !== 'replaced';
const downloadWords = (say: Say, paper: ShelvedPaper): string =>
  usable(paper)
    ? say('Tải về (PDF)', 'Download (PDF)')
    : say('Tải bản cũ để lưu (PDF)', 'Download the old one, to keep (PDF)');
const checkWords = (say: Say, paper: ShelvedPaper): string =>
  usable(paper)
    ? say('Trang kiểm tra, để đưa cho người cần xem', 'Check page, to show to whoever asks')
    : say('Trang kiểm tra mà mọi người thấy', 'Check page as everybody sees it');

/** The first shelf of the data store: results that were granted to me, and receipts of what was paid for them. */
export const myPapersPage = (doors: Doors) =>
  definePage({
    method: 'GET',
    path: '/cua-toi/giay-to',
    permission: ownPermission,
    audit: 'none',
    input: z.object({}),
    async handle(ctx) {
      const say = sayIn(ctx.locale);
      const [papers, receipts] = await Promise.all([shelfOf(ctx), receiptsOfMine(ctx)]);
      const title = say('Giấy tờ của bạn', 'My papers');
      const main = html`<h1>${title}</h1>${
        papers.length + receipts.length === 0
          ? emptyState({
              title: say('Chưa có giấy tờ nào', 'No papers yet'),
              text: html`<p>${say('Kết quả đã trả sẽ nằm ở đây để bạn dùng lại.', 'Results that were handed over are kept here for you.')}</p>`,
              icon: 'file',
            })
          : papers.map((paper) =>
              card({
                title: paper.title,
                aside: tag(resultTag(say, paper.state)),
                content: html`${groundOf(say, paper)}${summaryList({
                  locale: ctx.locale,
                  rows: [
                    { label: say('Số', 'Number'), value: paper.number },
                    { label: say('Nơi cấp', 'Issued by'), value: paper.issuer_name },
                    { label: say('Ngày cấp', 'Issued on'), value: formatDate(localDate(paper.issued_at)) },
                    ...(paper.valid_until === null
                      ? []
                      : [
                          {
                            label: say('Có giá trị đến', 'Valid until'),
                            value: formatDate(asPlainDate(paper.valid_until)),
                          },
                        ]),
                  ],
                })}<p><a href="${addressOf(paper.dossier_code, '/giay/ket-qua')}">${downloadWords(say, paper)}<span class="mc-hidden">: ${paper.title} ${paper.number}</span></a></p>${
                  paper.token !== null &&
                  html`<p><a href="${checkPath(paper.token)}">${checkWords(say, paper)}<span class="mc-hidden">: ${paper.title} ${paper.number}</span></a></p>`
                }${
                  doors.credentials !== undefined &&
                  paper.state === 'valid' &&
                  html`<p><a href="${walletPath(paper.id)}">${say('Đưa vào ví trên điện thoại', 'Add to the wallet on your phone')}<span class="mc-hidden">: ${paper.title} ${paper.number}</span></a></p>`
                }`,
              }),
            )
      }${receiptsView({
        say,
        receipts,
        hrefOf: ({ id }) => `/cua-toi/giay-to/bien-lai/${id}`,
        whoseOf: (receipt) => `${receipt.payer_name} · ${receipt.dossier_code}`,
      })}`;
      const before = back('/cua-toi', say('Hồ sơ của bạn', 'My dossiers'));
      return htmlReply(citizenPage(ctx, doors, { title, main, before, noindex: true }));
    },
  });
