import { card, chipList, emptyState, notice, type TagProps, tag } from '#design';
import { formatDate, localDate } from '#kernel/time';
import { type Html, html } from '#platform/html';
import { addressOf, type NextAction } from '../tracking/next-action.ts';
import type { Say } from '../words/say.ts';
import { moment } from '../words/times.ts';

export interface MyDossiersProps {
  readonly say: Say;
  readonly unread: number;
  /** Invitations to sign that wait. */
  readonly asked: number;
  /** The identity is still to be confirmed: what was filed stays with this browser until then. */
  readonly guest: boolean;
  readonly drafts: readonly {
    readonly id: string;
    readonly name: string;
    readonly savedAt: number;
    readonly keptUntil: number;
  }[];
  readonly dossiers: readonly {
    readonly code: string;
    readonly name: string;
    readonly owner: string;
    readonly submittedAt: number;
    readonly tag: TagProps;
    readonly action: NextAction | undefined;
  }[];
}

/** What waits for the person first, then what they have begun, then everything else. */
export function myDossiersView(props: MyDossiersProps): Html {
  const { say, unread, asked, guest, drafts, dossiers } = props;
  const waiting = dossiers.filter((dossier) => dossier.action && dossier.tag.tone === 'amber');
  const others = dossiers.filter((dossier) => !waiting.includes(dossier));
  return html`<h1>${say('Hồ sơ của bạn', 'My dossiers')}</h1>${
    guest &&
    notice({
      kind: 'warning',
      title: say('Danh tính của bạn chưa được xác minh', 'Your identity is not confirmed yet'),
      content: html`<p>${say('Đăng nhập VNeID để giữ hồ sơ và bản nháp lâu dài.', 'Sign in with VNeID to keep dossiers and drafts.')} <a href="/dang-nhap?ve=%2Fcua-toi">${say('Đăng nhập VNeID', 'Sign in with VNeID')}</a></p>`,
    })
  }${chipList({
    label: say('Của bạn', 'Yours'),
    items: [
      {
        text:
          unread > 0 ? say(`Hộp thư: ${unread} tin mới`, `Inbox: ${unread} new`) : say('Hộp thư', 'Inbox'),
        href: '/cua-toi/hop-thu',
      },
      { text: say('Giấy tờ của bạn', 'My papers'), href: '/cua-toi/giay-to' },
      {
        text:
          asked > 0
            ? say(`Được mời cùng ký: ${asked}`, `Asked to sign: ${asked}`)
            : say('Được mời cùng ký', 'Asked to sign'),
        href: '/cua-toi/ky',
      },
      { text: say('Hoàn phí', 'Refunds'), href: '/cua-toi/hoan-phi' },
      { text: say('Ai đã xem hồ sơ của bạn', 'Who looked'), href: '/cua-toi/ai-da-xem' },
      { text: say('Dữ liệu của bạn', 'My data'), href: '/cua-toi/du-lieu' },
    ],
  })}${waiting.length > 0 && card({ title: say('Đang chờ bạn', 'Waiting for you'), content: dossierList(say, waiting) })}${
    drafts.length > 0 && draftsCard(say, drafts)
  }${others.length > 0 && card({ title: waiting.length > 0 ? say('Hồ sơ khác', 'Other dossiers') : say('Hồ sơ đã nộp', 'Filed'), content: dossierList(say, others) })}${
    dossiers.length + drafts.length === 0 &&
    emptyState({
      title: say('Bạn chưa có hồ sơ nào', 'You have no dossiers yet'),
      icon: 'file',
      text: html`<p>${say('Hồ sơ nộp qua mạng hoặc tại quầy bằng số định danh của bạn sẽ ở đây.', 'What you file, online or at a counter, comes here.')}</p>`,
      action: html`<p><a href="/">${say('Tìm thủ tục cần làm', 'Find a procedure')}</a></p>`,
    })
  }`;
}

const dossierList = (say: Say, dossiers: MyDossiersProps['dossiers']): Html =>
  html`<ul class="mc-files">${dossiers.map(
    (dossier) =>
      html`<li><span><a href="${addressOf(dossier.code)}"><strong>${dossier.name}</strong></a><br><span class="mc-quiet mc-small"><span class="mc-code">${dossier.code}</span> · ${dossier.owner} · ${say('nộp', 'filed')} ${formatDate(localDate(dossier.submittedAt))}</span><br>${tag(dossier.tag)}</span>${
        dossier.action &&
        html`<a href="${dossier.action.href}">${dossier.action.text}<span class="mc-hidden">: ${dossier.code}</span></a>`
      }</li>`,
  )}</ul>`;

const draftsCard = (say: Say, drafts: MyDossiersProps['drafts']): Html =>
  card({
    title: say('Đang điền dở', 'Drafts'),
    content: html`<ul class="mc-files">${drafts.map(
      (draft) =>
        html`<li><span><a href="/nop-ho-so/${draft.id}"><strong>${draft.name}</strong></a><br><span class="mc-quiet mc-small">${say(
          `Lưu lúc ${moment(draft.savedAt)}, giữ đến ${formatDate(localDate(draft.keptUntil))}`,
          `Saved ${moment(draft.savedAt)}, kept until ${formatDate(localDate(draft.keptUntil))}`,
        )}</span></span></li>`,
    )}</ul>`,
  });
