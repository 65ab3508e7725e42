import type { ControlSlipValues, HandoverValues } from '#capabilities/papers';
import { dossierValues, headOf, localMoment, numberOf } from './head.ts';
import { lastAct, type Made } from './made.ts';
import { type PaperPlaces, type PaperSource, unitOf } from './source.ts';
import { dueMomentOf } from './words.ts';

/** Each hop of the chain of custody as a line of form 06; who has not yet taken it is left open. */
function handovers({ state, acts }: PaperSource, places: PaperPlaces): readonly HandoverValues[] {
  return state.custody.slice(1).map((hop, index) => {
    const from = state.custody[index]?.unit ?? state.receiver;
    const taken = acts.find((act) => act.kind === 'taken-over' && act.at === hop.takenAt);
    const given = acts.find((act) => act.kind === 'handed-over' && act.at === hop.givenAt);
    const named = (unit: string, officer: string | undefined) => (officer ? `${unit}, ${officer}` : unit);
    return {
      given_by: named(
        unitOf(places, from).name,
        given?.actorKind === 'officer' ? given.actorName : undefined,
      ),
      received_by: named(
        unitOf(places, hop.unit).name,
        taken?.actorKind === 'officer' ? taken.actorName : undefined,
      ),
      given_at: localMoment(hop.givenAt),
      ...(hop.takenAt === undefined
        ? { note: 'Chưa nhận' }
        : { received_at: localMoment(hop.takenAt), confirmed: 'Đã nhận' }),
    };
  });
}

/** Form 06: the way of a dossier through the hands of units. */
export function controlSlip(
  source: PaperSource,
  places: PaperPlaces,
): Made<Partial<ControlSlipValues>> | undefined {
  const accepted = lastAct(source, 'accepted');
  if (!accepted) return undefined;
  const due = dueMomentOf(source.state.due);
  return {
    at: source.acts.at(-1)?.at ?? accepted.at,
    values: {
      ...headOf(places, source.state.receiver, accepted.at),
      ...dossierValues(source, places),
      number: numberOf(source),
      owner_name: source.ownerName,
      procedure_name: source.procedureName,
      sets: 1,
      received_at: localMoment(accepted.at),
      ...(due === undefined ? {} : { due_at: localMoment(due) }),
      responsible_agency: unitOf(places, source.state.competent).name,
      copy_name: 'Liên 1 (chuyển kèm hồ sơ)',
      handovers: handovers(source, places),
    },
  };
}
