import type { LocalText } from '#kernel/text';

/** Why an officer reads a dossier; the person concerned sees the word. Kept in Vietnamese, the language of the record. */
export const purposes: Readonly<Record<string, LocalText>> = {
  'xu-ly': { vi: 'xử lý', en: 'processing' },
  'phoi-hop': { vi: 'cho ý kiến phối hợp', en: 'giving an opinion' },
  'giai-dap': { vi: 'giải đáp cho người nộp', en: 'answering the person' },
  'kiem-tra': { vi: 'theo dõi, kiểm tra', en: 'monitoring' },
};

/** What is assumed until the officer says otherwise: who can act processes, who cannot watches. */
export function purposeOf(asked: string | undefined, canAct: boolean, isAsked: boolean): string {
  if (asked !== undefined && Object.hasOwn(purposes, asked)) return asked;
  return isAsked ? 'phoi-hop' : canAct ? 'xu-ly' : 'kiem-tra';
}
