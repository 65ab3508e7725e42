import { z } from 'zod';
import { cataloguePermissions } from '#capabilities/catalogue';
import { card, notice, summaryList } from '#design';
import { html } from '#platform/html';
import { definePage } from '#platform/http';
import { type Doors, placeWords } from '#surfaces/shared';
import { adminReply } from '../core/frame.ts';
import { number, sayIn } from '../core/say.ts';

/** What the instance was started with; changed in its environment, so shown and not asked. */
export const settingsPage = (doors: Doors) =>
  definePage({
    method: 'GET',
    path: '/quan-tri/thiet-lap',
    permission: cataloguePermissions['catalogue.publish'],
    audit: 'none',
    input: z.object({}),
    async handle(ctx) {
      const say = sayIn(ctx.locale);
      const { place, services, files } = doors;
      const rows = [
        { label: placeWords(place.kind, ctx.locale).one, value: place.name },
        { label: say('Địa chỉ công khai', 'Public address'), value: place.publicUrl },
        { label: say('Điện thoại hỗ trợ', 'Help phone'), value: place.helpPhone },
        {
          label: say('Mẫu mã hồ sơ', 'Pattern of codes'),
          value: html`<span class="mc-code">${services.codePattern}</span>`,
        },
        {
          label: say('Cỡ tệp lớn nhất', 'Largest file'),
          value: `${number(Math.round(place.maxUpload / 1_000_000))} MB`,
        },
        { label: say('Loại tệp nhận', 'Files taken'), value: files.rule[ctx.locale] },
        {
          label: say('Bản trình diễn', 'Demonstration'),
          value: place.demo ? say('có người giả lập', 'with invented people') : say('không', 'no'),
        },
      ];
      const main = html`${notice({
        kind: 'inset',
        content: say(
          'Các thiết lập này đặt khi khởi động; đổi ở môi trường chạy rồi khởi động lại.',
          'These are set at start; change the environment and start again.',
        ),
      })}${card({ title: say('Đang dùng', 'In force'), content: summaryList({ rows }) })}`;
      return adminReply(ctx, doors, { title: say('Thiết lập', 'Settings'), at: 'settings', main });
    },
  });
