import { z } from 'zod';
import { receiptsOfMine } from '#capabilities/payments';
import { type ShelvedPaper, shelfOf } from '#capabilities/results';
import { card, emptyState, summaryList, type TagProps, tag } from '#design';
import { formatDate, localDate } from '#kernel/time';
import { html } from '#platform/html';
import { definePage, htmlReply } from '#platform/http';
import { citizenPage, type Doors } from '#surfaces/shared';
import { ownPermission } from '../dossier/mine.ts';
import { receiptsView } from '../payment/receipts.view.ts';
import { addressOf } from '../tracking/next-action.ts';
import { back } from '../words/page.ts';
import { type Say, sayIn } from '../words/say.ts';

const stateTag = (say: Say, state: ShelvedPaper['state']): TagProps =>
  ({
    valid: { text: say('còn giá trị', 'valid'), tone: 'jade', icon: 'check' } as const,
    replaced: { text: say('đã thay bằng bản khác', 'replaced'), tone: 'grey' } as const,
    revoked: { text: say('đã thu hồi', 'revoked'), tone: 'red' } as const,
    expired: { text: say('hết hạn', 'expired'), tone: 'grey' } as const,
  })[state];

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
                aside: tag(stateTag(say, paper.state)),
                content: html`${summaryList({
                  locale: ctx.locale,
                  rows: [
                    { label: say('Số', 'Number'), value: paper.number },
                    { label: say('Nơi cấp', 'Issued by'), value: paper.issuer_name },
                    { label: say('Ngày cấp', 'Issued on'), value: formatDate(localDate(paper.issued_at)) },
                  ],
                })}<p><a href="${addressOf(paper.dossier_code, '/giay/ket-qua')}">${say('Tải về (PDF)', 'Download (PDF)')}<span class="mc-hidden">: ${paper.title} ${paper.number}</span></a></p>`,
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
