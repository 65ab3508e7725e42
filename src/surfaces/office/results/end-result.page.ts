import { z } from 'zod';
import { changeResult, type RegisteredResult, resultPermissions, resultsOf } from '#capabilities/results';
import { allows } from '#kernel/actor';
import type { UnitId } from '#kernel/ids';
import { type Outcome, type Refusal, refused } from '#kernel/outcome';
import { definePage, type PageCtx, problem, type Reply, type Route, redirectTo } from '#platform/http';
import { csrfField, type Doors } from '#surfaces/shared';
import { officeReply } from '../core/frame.ts';
import { type Opened, openDossier } from '../dossier/open.ts';
import { endResultView, type Typed } from './end-result.view.ts';
import { endSlug } from './paths.ts';

const path = `/mot-cua/ho-so/:code/${endSlug(':result')}`;
const permission = resultPermissions['results.revoke'];
const asked = { code: z.string().max(60), result: z.string().max(40) };
const text = z.string().max(10_000).catch('').default('');
const nothing: Typed = { ending: '', newer: '', ground: '' };

interface Found {
  readonly opened: Opened;
  readonly result: RegisteredResult;
}

/** Undefined where the officer sees no such result, or its issuer is another unit. */
async function find(ctx: PageCtx, doors: Doors, code: string, id: string): Promise<Found | undefined> {
  const opened = await openDossier(ctx, doors, code);
  const results = opened ? await resultsOf(ctx, opened.ref) : [];
  const result = results.find((each) => each.id === id);
  return opened && result && allows(ctx.actor, permission, result.issuer_unit as UnitId)
    ? { opened, result }
    : undefined;
}

function show(ctx: PageCtx, doors: Doors, found: Found, typed: Typed, refusal?: Refusal): Promise<Reply> {
  const { title, main } = endResultView({ ...found, hidden: csrfField(ctx), typed, refusal });
  return officeReply(ctx, doors, { title, main, status: refusal ? 422 : 200 });
}

/** What must be chosen on the page before the register is asked. */
function chosen({ ending, newer }: Typed, sure: boolean): Outcome<string> {
  if (ending !== 'thu-hoi' && ending !== 'thay') return refused({ code: 'ending-missing', field: 'cach' });
  if (ending === 'thay' && newer.trim() === '') return refused({ code: 'newer-missing', field: 'newer' });
  if (!sure) return refused({ code: 'ending-unconfirmed', field: 'chac' });
  return { ok: true, value: ending === 'thay' ? newer : '' };
}

/** A leader of the issuer revokes a result, or names the one that stands in its place. */
export const endResultPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path,
    permission,
    audit: 'none',
    input: z.object(asked),
    async handle(ctx, { code, result }) {
      const found = await find(ctx, doors, code, result);
      return found ? show(ctx, doors, found, nothing) : problem('not-found');
    },
  }),
  definePage({
    method: 'POST',
    path,
    permission,
    audit: 'result.revoked',
    input: z.object({ ...asked, cach: text, 'ban-moi': text, 'can-cu': text, chac: text }),
    async handle(ctx, { code, result, ...fields }) {
      const found = await find(ctx, doors, code, result);
      if (!found) return problem('not-found');
      const typed: Typed = { ending: fields.cach, newer: fields['ban-moi'], ground: fields['can-cu'] };
      const newer = chosen(typed, fields.chac === '1');
      if (!newer.ok) return show(ctx, doors, found, typed, newer.refusal);
      const wish = { result, ground: typed.ground, newer: newer.value };
      const ended = await changeResult(ctx, found.opened.ref, wish);
      if (!ended.ok) return show(ctx, doors, found, typed, ended.refusal);
      return redirectTo(found.opened.at.page({ xong: 'ket-thuc-ket-qua' }));
    },
  }),
];
