import { uuidv7 } from '#kernel/ids';
import { inLocale, type Locale } from '#kernel/text';
import type { Instant } from '#kernel/time';
import { json, type Transactor } from '#platform/db';
import type { Moment } from '../moments.ts';
import { insertDelivery, insertNotice } from '../queries/index.ts';
import type { MessageShelf, Words } from '../templates.ts';

export interface NoticeToSend<M extends Moment> {
  readonly moment: M;
  /** The fact it tells of (an event): told once to each person and address, however often it is asked. */
  readonly source: string;
  readonly at: Instant;
  readonly to: {
    /** Owner of the inbox; null for somebody who never signed in. */
    readonly person: string | null;
    readonly email?: string | undefined;
    readonly locale?: Locale;
  };
  readonly dossier: { readonly homeUnit: string; readonly id: string; readonly code: string };
  readonly words: Words<M>;
  /** Another official form than the template's, where the fact decides which. */
  readonly paper?: string;
}

/** Nothing that could end a header or begin a second address (RFC 5322 has more, nobody's mailbox needs it). */
const plainAddress = /^[^\s@,;<>"()[\]\\:]{1,64}@[\p{L}\p{N}.-]{1,190}\.[\p{L}\p{N}]{2,}$/u;
export const isMailAddress = (text: string): boolean => plainAddress.test(text);

/** Puts a message into the inbox, and an e-mail beside it on its way, in the transaction of the one who tells. */
export async function sendNotice<M extends Moment>(
  transactor: Transactor,
  shelf: MessageShelf,
  notice: NoticeToSend<M>,
): Promise<void> {
  const { moment, source, at, to, dossier } = notice;
  const written = shelf.write(moment, notice.words);
  if (to.person !== null) {
    await transactor.find(insertNotice, {
      person: to.person,
      id: uuidv7(at),
      at,
      kind: moment,
      title: json(written.title),
      body: json(written.body),
      home_unit: dossier.homeUnit,
      dossier: dossier.id,
      code: dossier.code,
      paper: notice.paper ?? written.paper,
      source,
    });
  }
  if (to.email === undefined || !isMailAddress(to.email)) return;
  const locale = to.locale ?? 'vi';
  await transactor.find(insertDelivery, {
    id: uuidv7(at),
    person: to.person,
    address: to.email,
    subject: inLocale(written.title, locale),
    body: inLocale(written.body, locale),
    kind: moment,
    code: dossier.code,
    now: at,
    source,
  });
}
