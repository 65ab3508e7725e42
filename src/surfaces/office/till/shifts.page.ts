import { z } from 'zod';
import { openShift, paymentPermissions, shiftsIn } from '#capabilities/payments';
import { type Refusal, refused } from '#kernel/outcome';
import { definePage, type PageCtx, type Reply, type Route, redirectTo } from '#platform/http';
import type { Doors } from '#surfaces/shared';
import { textOf } from '../books/form.ts';
import { deskOf } from '../core/desk.ts';
import { shiftHref, shiftsPath } from './addresses.ts';
import { wholeDong } from './counting.ts';
import { tillReply } from './parts.ts';
import { shiftsView } from './shifts.view.ts';
import { lookingUnits, takingUnits } from './units.ts';

/** Shifts of the own units: the own one to open, those of others to look at. */
export const shiftListPages = (doors: Doors): readonly Route[] => [
  definePage({
    method: 'GET',
    path: shiftsPath,
    permission: paymentPermissions['payments.look-at-tills'],
    audit: 'none',
    input: z.object({}),
    handle: (ctx) => show(ctx, doors),
  }),
  definePage({
    method: 'POST',
    path: shiftsPath,
    permission: paymentPermissions['payments.take'],
    audit: 'shift.opened',
    input: z.object({}),
    async handle(ctx) {
      const { actor } = await deskOf(ctx, doors);
      const units = takingUnits(actor);
      const unit = units.find((each) => each === textOf(ctx.fields, 'quay')) ?? units[0];
      const float = wholeDong(textOf(ctx.fields, 'dau-ca'));
      const opened = unit
        ? await openShift(ctx, { unit, float: float ?? Number.NaN })
        : refused({ code: 'not-yours' });
      if (opened.ok) return redirectTo(shiftHref(opened.value.id, '?xong=mo'));
      return show(ctx, doors, opened.refusal);
    },
  }),
];

async function show(ctx: PageCtx, doors: Doors, refusal?: Refusal): Promise<Reply> {
  const desk = await deskOf(ctx, doors);
  const shifts = await shiftsIn(ctx, lookingUnits(desk.actor));
  const free = takingUnits(desk.actor).filter(
    (unit) =>
      !shifts.some(
        (shift) => shift.unit === unit && shift.officer === desk.actor.officer && shift.closedAt === null,
      ),
  );
  return tillReply(ctx, doors, desk, {
    title: desk.say('Ca thu', 'Shifts'),
    main: shiftsView({ ctx, desk, shifts, free, refusal }),
    side: 'shifts',
    status: refusal ? 422 : 200,
  });
}
