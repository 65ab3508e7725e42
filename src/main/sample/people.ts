import { loadOfficers, loadPersons } from '#capabilities/identity';
import { asPlainDate, instantAt } from '#kernel/time';
import type { Ctx } from '#platform/context';
import { systemScope } from '#platform/db';
import { breakGlassOfficer, type SampleOfficer } from './officers.ts';
import type { Resident } from './residents.ts';
import type { Sample } from './sample.ts';

/** Everybody of the sample; the seeds of both lists are the same, so demo accounts name them without the database. */
export async function seedPeople(
  ctx: Ctx,
  sample: Sample,
  people: { readonly officers: readonly SampleOfficer[]; readonly residents: readonly Resident[] },
  breakGlassSecret: string,
): Promise<void> {
  await ctx.db.transact(systemScope, async (t) => {
    await loadOfficers(t, [...people.officers, breakGlassOfficer(sample, breakGlassSecret)]);
    await loadPersons(
      t,
      people.residents.map((resident) => ({
        id: resident.id,
        personalNumber: resident.personalNumber,
        name: resident.name,
        birthDate: resident.birthDate,
        sex: resident.sex,
        ...(resident.phone ? { phone: resident.phone } : {}),
        ...(resident.email ? { email: resident.email } : {}),
        address: resident.address,
        household: resident.household,
        subject: `vneid:${resident.subject}`,
        createdAt: instantAt(asPlainDate('2025-07-01'), 8 * 60),
      })),
    );
  });
}
