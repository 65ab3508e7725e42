import { json, type Transactor } from '#platform/db';
import { lockMoney } from '../queries/index.ts';
import type { Money } from '../rules/money.ts';

export interface OfDossier {
  readonly homeUnit: string;
  readonly id: string;
}

export const noMoney: Money = { charges: [], lines: [], sessions: [], entries: [] };

/** All about the money of one dossier, locked until the transaction ends. */
export async function moneyOf(transactor: Transactor, dossier: OfDossier): Promise<Money> {
  const keys = json([{ home_unit: dossier.homeUnit, dossier_id: dossier.id }]);
  return (await transactor.find(lockMoney, { keys }))?.money ?? noMoney;
}
