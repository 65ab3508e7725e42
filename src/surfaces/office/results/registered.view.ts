import { type RegisteredResult, resultPermissions } from '#capabilities/results';
import { buttonLink, card, summaryList, tag } from '#design';
import { allows } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import { asPlainDate, formatDate, formatDateTime } from '#kernel/time';
import { type Html, html } from '#platform/html';
import { checkPath, resultTag, signatureRole } from '#surfaces/shared';
import type { Opened } from '../dossier/open.ts';
import { endSlug } from './paths.ts';

/** The results of a dossier as the register has them, and the way to end one for its leader. */
export const registeredCards = (opened: Opened, results: readonly RegisteredResult[]): readonly Html[] =>
  results.map((result) => registeredCard(opened, result));

function registeredCard(opened: Opened, result: RegisteredResult): Html {
  const { say, locale, actor, at } = opened;
  const mayEnd =
    allows(actor, resultPermissions['results.revoke'], result.issuer_unit as UnitId) &&
    result.state !== 'revoked';
  return card({
    title: say(`Kết quả đã đăng ký: ${result.number}`, `Registered result: ${result.number}`),
    aside: tag(resultTag(say, result.state)),
    content: html`${summaryList({ locale, rows: rowsOf(opened, result) })}<p><a href="${checkPath(result.token)}">${say(
      'Trang kiểm tra mà người dân thấy',
      'Check page as everybody sees it',
    )}</a></p>${
      mayEnd &&
      html`<div class="mc-buttons">${buttonLink({
        text: say('Thu hồi, hoặc ghi bản thay', 'Revoke, or name the newer one'),
        href: at.below(endSlug(result.id)),
      })}</div>`
    }`,
  });
}

function rowsOf({ say }: Opened, result: RegisteredResult) {
  const row = (label: string, value: string | Html | false | null) => (value ? [{ label, value }] : []);
  const since = result.state_at !== null && result.ground !== null;
  return [
    ...row(say('Nơi cấp', 'Issuer'), result.issuer_name),
    ...row(say('Ngày cấp', 'Issued'), formatDateTime(result.issued_at)),
    ...row(
      say('Có giá trị đến', 'Valid until'),
      result.valid_until !== null && formatDate(asPlainDate(result.valid_until)),
    ),
    ...row(
      say('Căn cứ', 'Ground'),
      since &&
        html`${result.ground}<br><span class="mc-quiet">${formatDateTime(result.state_at ?? 0)} · ${result.state_by}</span>`,
    ),
    ...(result.signatures ?? []).flatMap(({ role, name, agency, serial, at }) =>
      row(
        signatureRole(say, role),
        html`${name}${agency !== name && html`, ${agency}`}<br><span class="mc-quiet">${formatDateTime(at)} · <span class="mc-code">${serial}</span></span>`,
      ),
    ),
    ...row(
      say('Mã băm của tệp', 'Hash of the file'),
      result.sha256 !== null && html`<span class="mc-code mc-small">${result.sha256}</span>`,
    ),
  ];
}
