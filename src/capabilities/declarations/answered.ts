import { uuidv7 } from '#kernel/ids';
import type { Ctx } from '#platform/context';
import { json, type Reader, type Transactor } from '#platform/db';
import * as sql from './queries/index.ts';

/** Somebody who was asked has signed, or said no. */
export const signerAnswered = 'declaration.answered';

interface Answered {
  readonly declaration: string;
  readonly signer: string;
  /** Unit to which it will be filed. */
  readonly receiver: string;
}

export async function tellAnswer(
  ctx: Ctx,
  transactor: Transactor,
  { declaration, signer, receiver }: Answered,
): Promise<void> {
  const now = ctx.clock.now();
  await transactor.get(sql.putEvent, {
    home_unit: receiver,
    event: uuidv7(now),
    now,
    topic: signerAnswered,
    subject: declaration,
    payload: json({ declaration, signer }),
  });
}

/** What an event `declaration.answered` tells the one who asked; undefined when there is no such answer. */
export async function answerOf(reader: Reader, payload: Readonly<Record<string, unknown>>) {
  const { declaration, signer } = payload;
  if (typeof declaration !== 'string' || typeof signer !== 'string') return undefined;
  const found = await reader.find(sql.answer, { declaration, signer });
  if (!found) return undefined;
  const { person_id: person, draft_id: draft, ...rest } = found;
  return { ...rest, person, draft };
}
