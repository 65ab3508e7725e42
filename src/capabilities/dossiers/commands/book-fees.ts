import { chargeRows, exemptInBooks, raiseCharges, settleAtCounter } from '#capabilities/payments';
import type { UnitId } from '#kernel/ids';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { Ctx } from '#platform/context';
import type { Transactor } from '#platform/db';
import type { LoadedDossier } from '../queries/load-dossier.ts';
import type { NewAct } from '../rules/acts.ts';
import { proofInWords } from '../rules/exemption.ts';
import type { InputOf } from '../rules/inputs.ts';
import { type Intent, placesFor } from '../rules/possible.ts';
import type { DossierServices } from '../services.ts';

/** What an act about fees means in the books, in the transaction of the act: both or neither. Other acts mean nothing there. */
export async function bookFees(
  ctx: Ctx,
  transactor: Transactor,
  services: DossierServices,
  dossier: LoadedDossier,
  {
    intent,
    input,
    acts,
  }: { readonly intent: Intent; readonly input: unknown; readonly acts: readonly NewAct[] },
): Promise<Outcome<unknown>> {
  const ref = { homeUnit: dossier.home_unit, id: dossier.id };
  const unit = bookUnit(ctx, dossier, intent);
  switch (intent) {
    case 'ask-fee': {
      const { fees, reason } = input as InputOf<'ask-fee'>;
      await raiseAsked(ctx, transactor, dossier, fees, reason);
      return done(undefined);
    }
    case 'take-fee': {
      const { fees, way, receipt, shift, payer, slip } = input as InputOf<'take-fee'>;
      if (!unit) return refused({ code: 'not-yours' });
      return settleAtCounter(ctx, transactor, services, ref, {
        fees,
        way,
        unit,
        ...(shift ? { shift } : {}),
        ...(receipt ? { paperNumber: receipt } : {}),
        ...(payer ? { payerName: payer } : {}),
        ...(slip ? { slip } : {}),
      });
    }
    case 'exempt-fee': {
      const { fees, ground } = input as InputOf<'exempt-fee'>;
      if (!unit) return refused({ code: 'not-yours' });
      const exempted = acts.find((act) => act.kind === 'fee-exempted');
      const proof = exempted ? proofInWords(exempted.payload) : '';
      return exemptInBooks(ctx, transactor, services, ref, { fees, ground, proof, unit });
    }
    default:
      return done(undefined);
  }
}

/** Of the places where this may be done, the one at which the officer holds the role. */
const bookUnit = (ctx: Ctx, { state }: LoadedDossier, intent: Intent): UnitId | undefined =>
  ctx.actor.kind === 'system' ? state.receiver : placesFor(state, intent, ctx.actor)[0];

async function raiseAsked(
  ctx: Ctx,
  transactor: Transactor,
  dossier: LoadedDossier,
  fees: InputOf<'ask-fee'>['fees'],
  reason: string,
): Promise<void> {
  const { actor, clock } = ctx;
  const { stage, competent } = dossier.state;
  const when = stage === 'finished' ? 'return' : stage === 'supplement' ? 'supplement' : 'submission';
  const rows = chargeRows({
    fees: fees.map(({ assessed, ...fee }) => ({
      ...fee,
      when,
      ground: reason,
      ...(assessed ? { assessed } : {}),
    })),
    ownerName: dossier.owner_name,
    procedure: {
      code: dossier.procedure_code,
      name: dossier.procedure_name,
      version: dossier.procedure_version,
    },
    payee: competent,
    at: clock.now(),
    ...(actor.kind === 'officer' ? { officer: { id: actor.officer, name: actor.name } } : {}),
  });
  const { home_unit: homeUnit, id, code, person_id: person } = dossier;
  await raiseCharges(transactor, { homeUnit, id, code, person }, rows);
}
