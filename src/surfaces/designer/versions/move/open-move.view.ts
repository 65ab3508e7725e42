import {
  type Hindrance,
  type MoveInFull,
  type MoveItem,
  moveHindrance,
  type VersionMove,
} from '#capabilities/dossiers';
import { button, buttonGroup, buttonLink, card, notice, status, table, tag } from '#design';
import { inLocale, type LocalText } from '#kernel/text';
import { formatDate, formatDateTime, isPlainDate } from '#kernel/time';
import { attributes, type Hole, type Html, html } from '#platform/html';
import type { PageCtx } from '#platform/http';
import { csrfField } from '#surfaces/shared';
import { moveHref } from '../../core/paths-of-pages.ts';
import { type Say, sayIn } from '../../core/say.ts';
import { sentenceFor } from '../../core/sentences.ts';

/** The move in hand: what was weighed, who decides, and for each thing what becomes of it. */
export function openMoveView(ctx: PageCtx, code: string, move: MoveInFull): Html {
  const say = sayIn(ctx.locale);
  const { counts, state, to_version: to } = move;
  const working = state === 'weighing' || state === 'approved';
  return html`${card({
    title: titles[state](say, to),
    content: html`<p>${move.reason}</p><p class="mc-quiet">${say('Căn cứ', 'Ground')}: ${move.ground}</p><p class="mc-small">${moveInWords(say, move)}</p>${
      working
        ? html`${status({ text: say('Máy đang xét từng hồ sơ…', 'Each is being looked at…') })}<p>${buttonLink({ text: say('Xem lại', 'Look again'), href: moveHref(code) })}</p>`
        : html`<p>${
            state === 'done'
              ? say(
                  `Đã chuyển ${counts.moved}, giữ nguyên ${counts.stayed}.`,
                  `${counts.moved} moved, ${counts.stayed} stayed.`,
                )
              : say(
                  `Chuyển được ${counts.can}, không chuyển được ${counts.cannot}.`,
                  `${counts.can} can go, ${counts.cannot} cannot.`,
                )
          }</p>`
    }${state === 'proposed' && decision(ctx, say, code, move)}`,
  })}${!working && move.items.length > 0 && itemsTable(say, ctx, move)}`;
}

const titles: Readonly<Record<VersionMove['state'], (say: Say, to: number) => string>> = {
  weighing: (say, to) => say(`Đang xét việc chuyển sang phiên bản ${to}`, `Weighing a move to version ${to}`),
  proposed: (say, to) =>
    say(`Chờ duyệt việc chuyển sang phiên bản ${to}`, `A move to version ${to} waits for a decision`),
  approved: (say, to) => say(`Đang chuyển sang phiên bản ${to}`, `Moving to version ${to}`),
  done: (say, to) => say(`Đã chuyển sang phiên bản ${to}`, `Moved to version ${to}`),
  dropped: (say, to) => say(`Đã bỏ việc chuyển sang phiên bản ${to}`, `A move to version ${to} was dropped`),
};

/** `Lê A đề nghị lúc …; Trần B duyệt lúc …` */
export function moveInWords(say: Say, move: VersionMove): string {
  const { proposed_by_name: proposer, proposed_at, decided_by_name: decider, decided_at, state } = move;
  const first = say(
    `${proposer} đề nghị lúc ${formatDateTime(proposed_at)}`,
    `Proposed by ${proposer}, ${formatDateTime(proposed_at)}`,
  );
  if (decider === null || decided_at === null) return first;
  const at = formatDateTime(decided_at);
  const second =
    state === 'dropped'
      ? say(`${decider} bỏ lúc ${at}`, `dropped by ${decider}, ${at}`)
      : say(`${decider} duyệt lúc ${at}`, `approved by ${decider}, ${at}`);
  return `${first}; ${second}`;
}

function decision(ctx: PageCtx, say: Say, code: string, move: MoveInFull): Html {
  const why = (which: 'approve' | 'drop') => {
    const hindered = moveHindrance(move, which, ctx.actor);
    return hindered ? { disabledReason: sentenceFor(hindered, ctx.locale) } : {};
  };
  return html`<form class="mc-stack"${attributes({ method: 'post', action: moveHref(code) })}>${csrfField(ctx)}<input type="hidden" name="_viec"${attributes({ value: move.id })}>${buttonGroup(
    [
      button({
        text: say(`Duyệt, chuyển ${move.counts.can} việc`, `Approve, move ${move.counts.can}`),
        kind: 'primary',
        name: '_lam',
        value: 'duyet',
        id: 'duyet',
        ...why('approve'),
      }),
      button({ text: say('Bỏ đề nghị này', 'Drop it'), name: '_lam', value: 'bo', id: 'bo', ...why('drop') }),
    ],
  )}</form>${
    move.counts.cannot > 0 &&
    notice({
      kind: 'warning',
      title: say(
        `${move.counts.cannot} hồ sơ không chuyển được sẽ giữ phiên bản của mình.`,
        `${move.counts.cannot} that cannot go stay on their version.`,
      ),
      locale: ctx.locale,
    })
  }`;
}

const itemsTable = (say: Say, ctx: PageCtx, move: MoveInFull): Html =>
  table({
    id: 'tung-ho-so',
    caption: say('Từng hồ sơ và tờ khai', 'Each dossier and draft'),
    columns: [
      { text: say('Hồ sơ', 'Dossier') },
      { text: say('Từ phiên bản', 'From version'), numeric: true },
      { text: say('Kết quả', 'Outcome') },
      { text: say('Hẹn trả', 'Promised for') },
    ],
    rows: move.items.map((item) => [
      item.kind === 'dossier'
        ? html`<span class="mc-code" data-row>${item.code}</span>`
        : html`<span data-row>${say('Tờ khai đang soạn', 'A draft')}</span>`,
      item.from_version,
      html`${outcomeTag(say, item)}${item.why.map((each) => html`<div>${hindranceInWords(each, item, ctx)}</div>`)}`,
      promised(say, item),
    ]),
  });

function outcomeTag(say: Say, { outcome, kind, why }: MoveItem): Html {
  if (outcome === 'moved') return tag({ text: say('đã chuyển', 'moved'), tone: 'jade' });
  if (outcome === 'stayed') return tag({ text: say('giữ nguyên', 'stayed'), tone: 'grey' });
  return kind === 'draft' || why.length === 0
    ? tag({ text: say('chuyển được', 'can go'), tone: 'jade' })
    : tag({ text: say('không chuyển được', 'cannot go'), tone: 'amber' });
}

const words: Readonly<Record<Hindrance['code'], LocalText>> = {
  decided: { vi: 'Kết quả đã được ký duyệt', en: 'Its result is signed' },
  tables: {
    vi: 'Bảng quyết định của phiên bản mới không tính được',
    en: 'A decision table of the new version fails',
  },
  step: {
    vi: 'Phiên bản mới không có chỗ hồ sơ đang ở',
    en: 'The new version does not have where it stands',
  },
  together: {
    vi: 'Các việc đang mở không thể cùng mở trong sơ đồ mới',
    en: 'What is open is never open together in the new diagram',
  },
  unit: { vi: 'Nơi giải quyết sẽ khác', en: 'Another unit would decide' },
  answers: { vi: 'Cần trả lời', en: 'To be answered' },
  papers: { vi: 'Cần thêm giấy tờ', en: 'Papers needed' },
};
const askedAgain: LocalText = { vi: 'Người nộp sẽ trả lời lại', en: 'Its owner is asked again' };

function hindranceInWords({ code, names = [] }: Hindrance, { kind }: MoveItem, { locale }: PageCtx): string {
  const said = inLocale(kind === 'draft' ? askedAgain : words[code], locale);
  return names.length === 0 ? said : `${said}: ${names.map((name) => inLocale(name, locale)).join('; ')}`;
}

function promised(say: Say, { due_before: before, due_after: after }: MoveItem): Hole {
  const day = (text: string): string => (isPlainDate(text) ? formatDate(text) : text);
  if (before === null) return after === null ? '' : day(after);
  if (after === null || after === before) return say(`${day(before)} (không đổi)`, `${day(before)} (stands)`);
  return `${day(before)} → ${day(after)}`;
}
