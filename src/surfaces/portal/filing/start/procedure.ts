import type { Offer } from '#capabilities/catalogue';
import type { ProcedureDefinition } from '#capabilities/forms';
import type { Doors } from '#surfaces/shared';

/** A procedure as it is published now; `closed` says why it cannot be filed here. */
export interface Startable {
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly definition?: ProcedureDefinition;
}

export async function startableOf(doors: Doors, code: string): Promise<Startable | undefined> {
  const published = await doors.catalogue.current(code);
  if (!published || published.internal) return undefined;
  const { definition, version, name } = published;
  const offer = await doors.catalogue.offer();
  const open = definition !== null && published.live && filedOnline(definition, offer);
  return { code, version, name, ...(open ? { definition } : {}) };
}

/** Online filing is offered, and the law gives it a time (a procedure that names no time at all stays open). */
const filedOnline = ({ code, online, time }: ProcedureDefinition, offer: Offer): boolean =>
  ['full', 'partial'].includes(offer.serviceLevel(code, online.level)) &&
  (time.length === 0 || time.some(({ channel }) => channel === 'online'));
