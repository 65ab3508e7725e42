import { proveRow } from '#capabilities/public-log';
import { card } from '#design';
import { html } from '#platform/html';
import { definePage, problem, type Route } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { addressOf } from '../tracking/next-action.ts';
import { sayIn } from '../words/say.ts';
import { codeInput, dossierReply, openMine, ownPermission } from './mine.ts';

/** Proof for its owner that the submission stands in the public log: a file to keep, which needs no office to be believed. */
export const proofPage = (doors: Doors): Route =>
  definePage({
    method: 'GET',
    path: '/cua-toi/ho-so/:code/bang-chung',
    permission: ownPermission,
    audit: 'none',
    input: codeInput,
    perMinute: 30,
    async handle(ctx, { code }) {
      const view = await openMine(ctx, doors, code);
      if (!view) return problem('not-found');
      const { home_unit: unit, id, code: name } = view.dossier;
      const proved = await proveRow(ctx, {
        source: 'act',
        key: `${unit}/${id}/1`,
        witnesses: doors.log.least,
      });
      if (proved.ok)
        return {
          kind: 'bytes',
          status: 200,
          type: 'application/json',
          bytes: Buffer.from(`${JSON.stringify(proved.value, null, 1)}\n`),
          headers: { 'content-disposition': `attachment; filename="bang-chung-${name}.json"` },
        };
      const say = sayIn(ctx.locale);
      const title = say('Bằng chứng chưa sẵn sàng', 'The proof is not ready yet');
      const main = html`<h1>${title}</h1>${card({
        content: html`<p>${say(
          'Hồ sơ đã nộp và vẫn còn nguyên. Nhật ký công khai đang chờ người làm chứng ký; hãy thử lại sau ít phút.',
          'Your dossier is filed and safe. The public log waits for its witnesses; try again in a few minutes.',
        )}</p><p><a href="${addressOf(name)}/bang-chung">${say('Thử lại', 'Try again')}</a></p>`,
      })}`;
      return dossierReply(ctx, doors, { code: name, title, main });
    },
  });
