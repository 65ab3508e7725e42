import type { Declaration, Signer, SignerState } from '#capabilities/declarations';
import { type TagProps, tag } from '#design';
import { formatDate, formatDateTime, localDate } from '#kernel/time';
import { type Html, html } from '#platform/html';
import type { Say } from '../../words/say.ts';

const tags = (say: Say): Readonly<Record<SignerState, TagProps>> => ({
  signed: { text: say('Đã ký', 'Signed'), tone: 'jade', icon: 'check' },
  waiting: { text: say('Chờ ký', 'To sign'), tone: 'amber' },
  declined: { text: say('Không ký', 'Declined'), tone: 'red' },
  late: { text: say('Hết hạn mời', 'Invitation over'), tone: 'red' },
  withdrawn: { text: say('Đã rút lời mời', 'Withdrawn'), tone: 'grey' },
});

/** Everybody who signs, and how far they are. @param beside what may be done about one of them. */
export const signersView = (
  say: Say,
  { signers }: Pick<Declaration, 'signers'>,
  beside: (signer: Signer) => Html | false = () => false,
): Html =>
  html`<ul class="mc-files">${signers.map(
    (signer) =>
      html`<li><span><strong>${signer.name}</strong> ${tag(tags(say)[signer.state])}<br><span class="mc-quiet mc-small">${lineOf(say, signer)}</span>${
        signer.reason !== '' && html`<br>${say('Lý do', 'Reason')}: ${signer.reason}`
      }</span>${beside(signer)}</li>`,
  )}</ul>`;

function lineOf(say: Say, signer: Signer): string {
  const who = signer.applicant
    ? say('Người nộp', 'Files the dossier')
    : say(
        `Người đồng ký, số định danh …${signer.personalNumber.slice(-4)}`,
        `Signs too, number …${signer.personalNumber.slice(-4)}`,
      );
  if (signer.signedAt !== null) return `${who} · ${formatDateTime(signer.signedAt)}`;
  return signer.applicant
    ? who
    : `${who} · ${say('mời đến', 'invited until')} ${formatDate(localDate(signer.until))}`;
}
