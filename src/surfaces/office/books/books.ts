import { record } from '#capabilities/audit';
import { tabs } from '#design';
import type { UnitId } from '#kernel/ids';
import { localDate, type PlainDate } from '#kernel/time';
import { scopeOf } from '#platform/context';
import { type Hole, html } from '#platform/html';
import type { PageCtx, Reply } from '#platform/http';
import { csvText, type Doors } from '#surfaces/shared';
import { type Desk, deskOf } from '../core/desk.ts';
import { officeReply } from '../core/frame.ts';
import {
  accountsPath,
  booksHome,
  collectionsPath,
  hrefWith,
  refundsPath,
  remittancePath,
} from './addresses.ts';
import { unitsOfBooks } from './units-of-books.ts';

/** What every page of the books stands on: who looks, and the unit whose books are open. */
export interface Books {
  readonly desk: Desk;
  readonly units: readonly UnitId[];
  readonly unit: UnitId | undefined;
}
export type Side = 'day' | 'collections' | 'remittance' | 'refunds' | 'accounts';

/** Opens the books of the unit that was asked for, or of the first own one. */
export async function openBooks(ctx: PageCtx, doors: Doors, asked = ''): Promise<Books> {
  const desk = await deskOf(ctx, doors);
  const units = unitsOfBooks(desk.actor, desk.directory);
  return { desk, units, unit: units.find((each) => each === asked) ?? units[0] };
}

/** Options of a choice of units, by their short names. */
export const unitOptions = ({ desk, units }: Books) =>
  units.map((id) => ({ value: id as string, text: desk.directory.byId(id)?.shortName ?? id }));

/** A page of the books with its sides. */
export function booksReply(
  ctx: PageCtx,
  doors: Doors,
  books: Books,
  page: { readonly title: string; readonly main: Hole; readonly side: Side; readonly status?: number },
): Promise<Reply> {
  const { say } = books.desk;
  const of = { 'don-vi': books.unit ?? '' };
  const item = (side: Side, text: string, path: string) => ({
    text,
    href: hrefWith(path, of),
    current: page.side === side,
  });
  const sides = tabs({
    label: say('Sổ sách thu phí, lệ phí', 'Books of fees'),
    items: [
      item('day', say('Sổ nhật ký', 'Day book'), booksHome),
      item('collections', say('Số thu', 'Collections'), collectionsPath),
      item('remittance', say('Chuyển nộp', 'Remittance'), remittancePath),
      item('refunds', say('Hoàn phí', 'Refunds'), refundsPath),
      item('accounts', say('Tài khoản', 'Accounts'), accountsPath),
    ],
  });
  const { title, status } = page;
  return officeReply(
    ctx,
    doors,
    {
      title: status === 422 ? `${say('Lỗi', 'Error')}: ${title}` : title,
      main: html`${sides}${page.main}`,
      at: 'books',
      status,
    },
    books.desk,
  );
}

/** A table as a file for a spreadsheet; that it was taken out stands in the journal. */
export async function csvReply(
  ctx: PageCtx,
  doors: Doors,
  file: {
    readonly name: string;
    readonly unit: string;
    readonly rows: readonly (readonly (string | number)[])[];
  },
): Promise<Reply> {
  await ctx.db.transact(scopeOf(ctx.actor), (transactor) =>
    record(transactor, ctx, {
      action: 'books.export',
      subject: `unit:${file.unit}`,
      details: { file: file.name, rows: file.rows.length - 1 },
    }),
  );
  const text = csvText(file.rows.map((row) => row.map(String)));
  return {
    kind: 'bytes',
    status: 200,
    type: 'text/csv; charset=utf-8',
    bytes: Buffer.from(text),
    headers: {
      'content-disposition': doors.files.disposition(`${file.name}-${localDate(ctx.clock.now())}.csv`),
    },
  };
}

export const firstOfMonth = (date: PlainDate): PlainDate => `${date.slice(0, 8)}01` as PlainDate;
