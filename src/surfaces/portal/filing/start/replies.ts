import type { ProcedureDefinition } from '#capabilities/forms';

/** Replies to the pre-check, carried in the address: they name no person, and nothing of them is stored yet. */
export type Replies = Readonly<Record<string, string>>;

const pair = /^([a-zA-Z0-9-]{1,60})\.(yes|no)$/;

/** `da-khai-sinh.no_trong-60-ngay.yes` */
export const writeReplies = (replies: Replies): string =>
  Object.entries(replies)
    .map(([id, reply]) => `${id}.${reply}`)
    .join('_');

/** Only replies to questions that the procedure asks. */
export function readReplies(text: string | undefined, { eligibility }: ProcedureDefinition): Replies {
  const asked = new Set(eligibility.map((question) => question.id));
  return Object.fromEntries(
    (text ?? '').split('_').flatMap((part) => {
      const [, id = '', reply = ''] = pair.exec(part) ?? [];
      return asked.has(id) ? [[id, reply] as const] : [];
    }),
  );
}
