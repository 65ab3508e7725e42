import { z } from 'zod';
import { myDossiers } from '#capabilities/dossiers';
import { ownPerson } from '#capabilities/identity';
import { card, knownFact, status, summaryList } from '#design';
import { formatDate, isPlainDate } from '#kernel/time';
import { html } from '#platform/html';
import { definePage, htmlReply } from '#platform/http';
import { citizenPage, type Doors } from '#surfaces/shared';
import { ownPermission } from '../dossier/mine.ts';
import { addressOf } from '../tracking/next-action.ts';
import { back } from '../words/page.ts';
import { sayIn } from '../words/say.ts';

/** Dossiers whose list of readings is one step away. */
const mostListed = 10;

/** What is kept about me, where it comes from, who looked, and the ways to change or end it. */
export const myDataPage = (doors: Doors) =>
  definePage({
    method: 'GET',
    path: '/cua-toi/du-lieu',
    permission: ownPermission,
    audit: 'none',
    input: z.object({ xong: z.string().max(20).optional().catch(undefined) }),
    async handle(ctx, { xong }) {
      const say = sayIn(ctx.locale);
      const { locale } = ctx;
      const [person, dossiers] = await Promise.all([ownPerson(ctx), myDossiers(ctx)]);
      const none = say('chưa có', 'none');
      const born = person?.birthDate;
      const title = say('Dữ liệu của bạn', 'My data');
      const sexes: Record<string, string> = { '1': say('Nam', 'Male'), '2': say('Nữ', 'Female') };
      const main = html`${
        xong === 'lien-lac' && status({ text: say('Đã lưu cách liên lạc.', 'Saved.'), locale })
      }<h1>${title}</h1>${
        person && !person.guest
          ? knownFact({
              source: say('Lấy từ VNeID khi bạn đăng nhập', 'From VNeID when you signed in'),
              content: summaryList({
                locale,
                rows: [
                  { label: say('Họ và tên', 'Name'), value: person.name },
                  {
                    label: say('Số định danh', 'Personal number'),
                    value: html`<span class="mc-code">${person.personalNumber ?? none}</span>`,
                  },
                  {
                    label: say('Ngày sinh', 'Birth date'),
                    value: born && isPlainDate(born) ? formatDate(born) : none,
                  },
                  {
                    label: say('Giới tính', 'Sex'),
                    value: person.sex ? (sexes[person.sex] ?? person.sex) : none,
                  },
                ],
              }),
            })
          : html`<p>${say('Danh tính của bạn chưa được xác minh.', 'Your identity is not confirmed yet.')} <a href="/dang-nhap?ve=%2Fcua-toi%2Fdu-lieu">${say('Đăng nhập VNeID', 'Sign in with VNeID')}</a></p>`
      }${card({
        title: say('Liên lạc với bạn', 'How to reach you'),
        content: html`${summaryList({
          locale,
          rows: [
            { label: say('Điện thoại', 'Phone'), value: person?.phone ?? none },
            { label: say('Thư điện tử', 'E-mail'), value: person?.email ?? none },
          ],
        })}<p><a href="/cua-toi/lien-lac">${say('Sửa cách liên lạc', 'Change how to reach you')}</a></p><p class="mc-quiet">${say('Được điền sẵn khi bạn nộp hồ sơ mới.', 'New dossiers start with this.')}</p>`,
      })}${card({
        title: say('Ai đã xem dữ liệu của bạn', 'Who looked at your data'),
        content:
          dossiers.length === 0
            ? html`<p>${say('Bạn chưa có hồ sơ nào.', 'You have no dossiers yet.')}</p>`
            : html`<ul>${dossiers
                .slice(0, mostListed)
                .map(
                  (row) =>
                    html`<li><a href="${addressOf(row.code, '/ai-da-xem')}">${row.procedure_name}<span class="mc-hidden"> ${row.code}</span></a> <span class="mc-quiet mc-code" aria-hidden="true">${row.code}</span></li>`,
                )}</ul><p><a href="/cua-toi/ai-da-xem">${say('Mọi lượt xem, trên một trang', 'Every look, on one page')}</a></p>`,
      })}${card({
        title: say('An toàn', 'Safety'),
        content: html`<ul><li><a href="/phien">${say('Các thiết bị đang đăng nhập', 'Devices signed in')}</a></li><li><a href="/quyen-rieng-tu">${say('Chúng tôi giữ gì và giữ bao lâu', 'What we keep and how long')}</a></li></ul>`,
      })}`;
      const before = back('/cua-toi', say('Hồ sơ của bạn', 'My dossiers'));
      return htmlReply(citizenPage(ctx, doors, { title, main, before, noindex: true }));
    },
  });
