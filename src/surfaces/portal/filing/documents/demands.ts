import type { Draft } from '#capabilities/dossiers';
import type { DocumentDemand } from '#capabilities/forms';

export type DraftFile = Draft['files'][number];

export const filesOf = (draft: Draft, demand: string): readonly DraftFile[] =>
  draft.files.filter((file) => file.demand === demand);

/** The demand with this id, or the alternative, with the demand it may stand for. */
export function findDemand(
  demands: readonly DocumentDemand[],
  id: string,
): { readonly demand: DocumentDemand; readonly insteadOf?: DocumentDemand } | undefined {
  for (const demand of demands) {
    if (demand.id === id) return { demand };
    const other = demand.alternatives.find((each) => each.id === id);
    if (other) return { demand: other, insteadOf: demand };
  }
  return undefined;
}

/** Files of a demand and of everything that may stand in its place. */
export const filesFor = (draft: Draft, demand: DocumentDemand): readonly DraftFile[] =>
  [demand, ...demand.alternatives].flatMap((each) => filesOf(draft, each.id));

const registers: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  population: { vi: 'Cơ sở dữ liệu dân cư', en: 'the population database' },
  'civil-status': { vi: 'Cơ sở dữ liệu hộ tịch', en: 'the civil-status database' },
  residence: { vi: 'Cơ sở dữ liệu cư trú', en: 'the residence database' },
  land: { vi: 'Cơ sở dữ liệu đất đai', en: 'the land database' },
  'birth-notice': { vi: 'dữ liệu giấy chứng sinh', en: 'the birth notices' },
  'death-notice': { vi: 'dữ liệu giấy báo tử', en: 'the death notices' },
  'social-protection': { vi: 'dữ liệu bảo trợ xã hội', en: 'the social-protection records' },
};
export const registerName = (id: string): { readonly vi: string; readonly en: string } =>
  registers[id] ?? { vi: id, en: id };
