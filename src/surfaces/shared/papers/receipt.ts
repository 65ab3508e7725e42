import type { ComponentValues, ReceiptValues, ResidenceReceiptValues } from '#capabilities/papers';
import { dossierValues, headOf, localMoment, numberOf, submitterValues } from './head.ts';
import { lastAct, type Made } from './made.ts';
import type { PaperPlaces, PaperSource } from './source.ts';
import { dueMomentOf, feesInWords, legalTimeInWords, returnPlaceInWords } from './words.ts';

const noteOf: Readonly<Record<string, string>> = {
  upload: 'Bản điện tử',
  linked: 'Từ hồ sơ liên thông',
  register: 'Tra từ cơ sở dữ liệu',
};

/** Papers that were there at acceptance; one replaced before then had already been exchanged. */
function components({ documents = [] }: PaperSource, acceptedSeq: number): readonly ComponentValues[] {
  const there = documents.filter((document) => document.seq <= acceptedSeq);
  const ids = new Set(there.map((document) => document.id));
  return there
    .filter((document) => document.replacedBy === null || !ids.has(document.replacedBy))
    .map((document) => {
      const note = noteOf[document.source];
      return note === undefined
        ? {
            name: document.title,
            ...(document.originals > 0 ? { originals: document.originals } : {}),
            ...(document.copies > 0 ? { photocopies: document.copies } : {}),
          }
        : { name: document.title, note };
    });
}

/** Form 01, or CT04 of the residence police, as promised at acceptance. */
export function receipt(
  source: PaperSource,
  places: PaperPlaces,
): Made<Partial<ReceiptValues & ResidenceReceiptValues>> | undefined {
  const accepted = lastAct(source, 'accepted');
  if (!accepted || !source.documents) return undefined;
  const due = dueMomentOf(accepted.payload.due);
  const { state } = source;
  return {
    at: accepted.at,
    values: {
      ...headOf(places, accepted.actorUnit ?? state.receiver, accepted.at),
      ...dossierValues(source, places),
      ...submitterValues(source),
      number: numberOf(source),
      procedure_name: source.procedureName,
      request: source.procedureName,
      owner_name: source.ownerName,
      components: components(source, accepted.seq),
      sets: 1,
      fee_mode: feesInWords(source),
      legal_time: legalTimeInWords(source),
      received_at: localMoment(accepted.at),
      ...(due === undefined ? {} : { due_at: localMoment(due) }),
      return_place: returnPlaceInWords(source, places),
      receiver_name: accepted.actorName,
    },
  };
}
