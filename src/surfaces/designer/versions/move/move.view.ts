import type { Difference, VersionInfo } from '#capabilities/catalogue';
import type { MoveInFull, VersionMove } from '#capabilities/dossiers';
import { button, card, notice, select, table, textarea, textInput } from '#design';
import type { Refusal } from '#kernel/outcome';
import { attributes, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField } from '#surfaces/shared';
import { textOf } from '../../core/fields.ts';
import { moveHref, versionsHref } from '../../core/paths-of-pages.ts';
import { type Say, sayIn } from '../../core/say.ts';
import { sentenceFor } from '../../core/sentences.ts';
import { differencesTable } from '../../difference/difference.view.ts';
import { moveInWords, openMoveView } from './open-move.view.ts';
import type { PlacesOfVersion } from './places.ts';
import { choosePlaces, chosenTable } from './places.view.ts';

export interface Compared {
  readonly version: number;
  readonly differences: readonly Difference[];
}
export interface MoveView {
  readonly code: string;
  readonly name: string;
  readonly versions: readonly VersionInfo[];
  /** Version that they would go to. */
  readonly target: number;
  readonly compared: readonly Compared[];
  /** What a person places before it is proposed. */
  readonly places: readonly PlacesOfVersion[];
  readonly moves: { readonly latest: MoveInFull | undefined; readonly earlier: readonly VersionMove[] };
  readonly refusal: Refusal | undefined;
}

export function moveView(ctx: PageCtx, view: MoveView): Html {
  const { code, name, moves, compared, places, target } = view;
  const say = sayIn(ctx.locale);
  const { latest } = moves;
  const open = latest && latest.state !== 'done' && latest.state !== 'dropped';
  const past = [...(latest && !open ? [latest] : []), ...moves.earlier];
  return html`<p><span class="mc-code">${code}</span> ${name} · <a href="${versionsHref(code)}">${say('Các phiên bản', 'Versions')}</a></p>${notice(
    {
      kind: 'info',
      title: say(
        'Hồ sơ đang mở giữ phiên bản của mình, trừ khi có quyết định chuyển.',
        'Open dossiers stay on their version unless they are moved by a decision.',
      ),
      content: html`<p>${say(
        'Ngày hẹn trả đã ghi trên giấy hẹn không bị lùi; bản mới cho ít thời gian hơn thì hẹn sớm hơn. Phí đã báo không đổi. Người nộp được báo lý do.',
        'The promised day is never put off, and comes nearer where the new version gives less time. Fees stay as told. Their owners hear the reason.',
      )}</p>`,
      locale: ctx.locale,
    },
  )}${latest && (open || latest.state === 'done') && openMoveView(ctx, code, latest)}${latest && open && chosenTable(ctx, places, latest.places)}${!open && proposal(ctx, say, view)}${compared.map(
    ({ version, differences }) =>
      html`<h2>${say(`Từ phiên bản ${version} sang ${target}`, `From version ${version} to ${target}`)}</h2>${differencesTable(ctx, differences, version, `khac-${version}`)}`,
  )}${past.length > 0 && earlierMoves(say, past)}`;
}

/** Choosing a version shows what would change; the proposal asks for reason and ground. */
function proposal(
  ctx: PageCtx,
  say: Say,
  { code, versions, target, compared, places, refusal }: MoveView,
): Html {
  const open = versions.filter(({ version, open }) => version !== target && open.drafts + open.dossiers > 0);
  const options = versions
    .filter(({ live, standing }) => live && standing !== 'waiting')
    .map(({ version, standing }) => ({
      value: String(version),
      text:
        standing === 'in-force'
          ? say(`Phiên bản ${version} (đang dùng)`, `Version ${version} (in force)`)
          : say(`Phiên bản ${version}`, `Version ${version}`),
    }));
  const sum = (of: 'drafts' | 'dossiers') => open.reduce((all, each) => all + each.open[of], 0);
  const told = [
    sum('dossiers') > 0 && say(`${sum('dossiers')} hồ sơ`, `${sum('dossiers')} dossiers`),
    sum('drafts') > 0 && say(`${sum('drafts')} tờ khai`, `${sum('drafts')} drafts`),
  ]
    .filter((part) => part !== false)
    .join(say(' và ', ' and '));
  const error = (field: string) =>
    refusal?.field === field ? { error: sentenceFor(refusal, ctx.locale) } : {};
  const choose = html`<form class="mc-stack"${attributes({ method: 'get', action: moveHref(code) })}>${select(
    {
      name: 'den',
      id: 'den',
      label: say('Chuyển sang', 'Move to'),
      options,
      value: String(target),
      emptyText: null,
      width: 'm',
    },
  )}${button({ text: say('Xem sẽ đổi gì', 'See what would change') })}</form>`;
  if (open.length === 0)
    return html`${choose}${notice({
      kind: 'info',
      title: say(
        `Không có tờ khai hay hồ sơ nào đang mở ngoài phiên bản ${target}.`,
        `Nothing is open on other versions than ${target}.`,
      ),
    })}`;
  return html`${choose}${card({
    title: say(
      `Đề nghị chuyển ${told} sang phiên bản ${target}`,
      `Propose to move ${told} to version ${target}`,
    ),
    content: html`<p>${say(
      'Máy sẽ xét từng hồ sơ; đồng nghiệp khác xem kết quả rồi mới duyệt.',
      'Each is weighed first; a colleague sees the outcome before deciding.',
    )}</p><form class="mc-stack"${attributes({ method: 'post', action: moveHref(code) })}>${csrfField(ctx)}<input type="hidden" name="_den"${attributes({ value: String(target) })}>${textarea(
      {
        name: '_ly-do',
        label: say('Lý do, viết cho người nộp đọc', 'Reason, for the people concerned'),
        value: textOf(ctx.fields, '_ly-do'),
        rows: 3,
        required: true,
        ...error('reason'),
      },
    )}${textInput({
      name: '_can-cu',
      label: say('Căn cứ (số, ngày của quyết định hoặc văn bản)', 'Ground (number and date)'),
      value: textOf(ctx.fields, '_can-cu'),
      required: true,
      ...error('ground'),
    })}${choosePlaces(ctx, places, refusal !== undefined)}${button({
      text: say('Đề nghị chuyển', 'Propose'),
      kind: 'primary',
      name: '_lam',
      value: 'de-nghi',
      ...(compared.length === 0
        ? { disabledReason: say('Phiên bản này không có tờ khai riêng.', 'It has no form of its own.') }
        : {}),
    })}</form>`,
  })}`;
}

const earlierMoves = (say: Say, moves: readonly VersionMove[]): Html =>
  table({
    id: 'da-chuyen',
    caption: say('Các lần chuyển trước', 'Earlier moves'),
    columns: [
      { text: say('Sang phiên bản', 'To version'), numeric: true },
      { text: say('Lý do và căn cứ', 'Reason and ground') },
      { text: say('Ai, khi nào', 'Who and when') },
    ],
    rows: moves.map((move) => [
      move.to_version,
      html`<span data-row>${move.reason}</span><br><span class="mc-quiet mc-small">${move.ground}</span>`,
      moveInWords(say, move),
    ]),
  });
