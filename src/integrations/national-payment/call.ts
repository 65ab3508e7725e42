import type { z } from 'zod';
import type { Asked } from '#ports/payments';
import { errorAnswer } from './wire/answers.ts';
import { readMessage } from './wire/read.ts';
import { sealFits } from './wire/seal.ts';

export interface Line {
  readonly url: string;
  readonly partner: string;
  readonly secret: string;
  /** The whole call, its answer's last byte included. */
  readonly patienceMs: number;
  readonly fetch: typeof fetch;
}

/** Asks for more than any answer needs, and less than would hurt. */
const mostBytes = 64 * 1024;

type Reply = { readonly bytes: Uint8Array } | { readonly why: string };

async function readAll(response: Response): Promise<Reply> {
  const parts: Uint8Array[] = [];
  let size = 0;
  if (!response.body) return { why: 'empty' };
  // Leaving the loop early cancels the body.
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > mostBytes) return { why: 'too-big' };
    parts.push(part);
  }
  return { bytes: Buffer.concat(parts) };
}

async function post(line: Line, body: string, signal: AbortSignal): Promise<Reply> {
  const response = await line.fetch(line.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'accept-encoding': 'identity',
    },
    body,
    signal,
    // Money talk is with the one address that was set: a redirect could lead anywhere.
    redirect: 'manual',
  });
  const type = response.headers.get('content-type') ?? '';
  const odd =
    response.status !== 200
      ? `status-${response.status}`
      : !/^application\/json(; ?charset=utf-8)?$/i.test(type)
        ? 'content-type'
        : response.headers.has('content-encoding')
          ? 'content-encoding'
          : undefined;
  if (odd === undefined) return readAll(response);
  await response.body?.cancel();
  return { why: odd };
}

/** Sends and waits `patienceMs`, whatever the far end or the network does. Never throws. */
async function postWithin(line: Line, body: string): Promise<Reply> {
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Reply>((resolve) => {
    timer = setTimeout(() => {
      resolve({ why: 'too-late' });
      stop.abort();
    }, line.patienceMs);
  });
  const reply = post(line, body, stop.signal).catch(
    (error: unknown): Reply => ({ why: `no-answer: ${reasonOf(error)}` }),
  );
  try {
    return await Promise.race([reply, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** Codes of the network (`ECONNRESET`), never texts that may hold addresses. */
function reasonOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const code: unknown =
    typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown';
}

/**
 * One question to the platform. Only an answer in the right form, under our seal, about the question, the merchant and the
 * order asked for is an answer or a refusal; everything else is unclear.
 */
export async function call<S extends z.ZodObject>(
  line: Line,
  question: {
    readonly type: 'INIT' | 'QUERY' | 'GET_BILL';
    readonly reference: string;
    readonly body: string;
  },
  schema: S,
): Promise<Asked<z.output<S>>> {
  const reply = await postWithin(line, question.body);
  if ('why' in reply) return { kind: 'unclear', why: reply.why };
  const answer = readMessage(schema, reply.bytes);
  const error = answer.ok ? undefined : readMessage(errorAnswer, reply.bytes);
  if (!answer.ok && !error?.ok) return { kind: 'unclear', why: answer.why };
  const form = answer.ok ? schema : errorAnswer;
  const fields: Readonly<Record<string, unknown>> = answer.ok ? answer.value : error?.ok ? error.value : {};
  if (!sealFits(form, fields, line.secret)) return { kind: 'unclear', why: 'seal' };
  if (fields['LoaiBanTin'] !== question.type) return { kind: 'unclear', why: 'another-question' };
  if (fields['MaDoiTac'] !== line.partner) return { kind: 'unclear', why: 'another-merchant' };
  if (fields['MaThamChieu'] !== question.reference) return { kind: 'unclear', why: 'another-order' };
  if (answer.ok) return { kind: 'answered', value: answer.value };
  return { kind: 'refused', code: String(fields['MaLoi']), words: String(fields['MoTaLoi']) };
}
