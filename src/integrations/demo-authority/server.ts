import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Clock } from '#kernel/time';
import { issueCertificate, usageOids } from '#platform/certificates';
import { listen, stop } from '#platform/loopback';
import { issuingList, ocspAnswer, rootList, stampAnswer } from './answers.ts';
import { listPage, style } from './page.ts';
import { type Authority, newSerial, openAuthority } from './state.ts';

const day = 86_400_000;
const mostBytes = 256 * 1024;

export interface DemoAuthorityOptions {
  readonly port: number;
  /** Its own folder, where its keys and what it issued are kept. */
  readonly folder: string;
  readonly clock: Clock;
  /** Who knows it may have certificates issued. */
  readonly secret: string;
}
export interface DemoAuthority {
  readonly url: string;
  /** DER: what its clients are to trust. */
  readonly root: Uint8Array;
  stop(): Promise<void>;
}

const enrolment = z.object({
  /** SubjectPublicKeyInfo in DER. */
  publicKey: z.base64(),
  subject: z.array(
    z.tuple([
      z.enum([
        'country',
        'province',
        'locality',
        'organisation',
        'unit',
        'title',
        'serialNumber',
        'commonName',
      ]),
      z.string().min(1).max(200),
    ]),
  ),
  days: z.number().int().min(-400).max(3650).default(365),
});

class Refusal extends Error {
  readonly status: number;
  constructor(status: number, words: string) {
    super(words);
    this.status = status;
  }
}

/** A small certification authority on this machine: issues, revokes, answers about revocation (OCSP, lists) and stamps time. */
export async function startDemoAuthority(options: DemoAuthorityOptions): Promise<DemoAuthority> {
  const authority = await openAuthority(options.folder, options.clock.now());
  const server = createServer((request, response) => {
    answer(authority, options, request, response).catch((error: unknown) => {
      const status = error instanceof Refusal ? error.status : 500;
      send(
        response,
        status,
        'text/plain; charset=utf-8',
        error instanceof Refusal ? error.message : 'Lỗi trong cơ quan chứng thực',
      );
    });
  });
  server.requestTimeout = 10_000;
  const port = await listen(server, options.port);
  return {
    url: `http://127.0.0.1:${port}`,
    root: authority.root,
    stop: () => stop(server),
  };
}

async function answer(
  authority: Authority,
  options: DemoAuthorityOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { clock } = options;
  const path = new URL(request.url ?? '/', 'http://authority').pathname;
  const body = request.method === 'POST' ? await bodyOf(request) : Buffer.alloc(0);
  switch (`${request.method} ${path}`) {
    case 'POST /ocsp':
      return send(response, 200, 'application/ocsp-response', await ocspAnswer(authority, clock, body));
    case 'POST /dau-thoi-gian':
      return send(response, 200, 'application/timestamp-reply', await stampAnswer(authority, clock, body));
    case 'GET /root.crl':
      return send(response, 200, 'application/pkix-crl', await rootList(authority, clock));
    case 'GET /issuing.crl':
      return send(response, 200, 'application/pkix-crl', await issuingList(authority, clock));
    case 'GET /root.cer':
      return send(response, 200, 'application/pkix-cert', authority.root);
    case 'POST /certificates':
      return send(response, 201, 'application/json', await issue(authority, options, request, body));
    case 'GET /':
      return send(response, 200, 'text/html; charset=utf-8', listPage(authority.issued, clock.now()));
    case 'GET /kieu.css':
      return send(response, 200, 'text/css; charset=utf-8', style);
    case 'POST /revoke':
      await revoke(authority, clock, new URLSearchParams(body.toString('utf8')).get('serial') ?? '');
      response.writeHead(303, { location: '/' }).end();
      return;
    default:
      throw new Refusal(404, 'Không có trang này');
  }
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  if (response.headersSent) return void response.end();
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'",
  });
  response.end(body);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > mostBytes) throw new Refusal(413, 'Yêu cầu quá dài');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function assertKnown({ secret }: DemoAuthorityOptions, { headers }: IncomingMessage): void {
  const [given, expected] = [headers.authorization ?? '', `Bearer ${secret}`].map((text) =>
    Buffer.from(text),
  );
  if (!given || !expected || given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new Refusal(401, 'Không được phép');
}

async function issue(
  authority: Authority,
  options: DemoAuthorityOptions,
  request: IncomingMessage,
  body: Buffer,
): Promise<string> {
  assertKnown(options, request);
  const wish = enrolment.safeParse(parsed(body));
  if (!wish.success) throw new Refusal(400, 'Yêu cầu cấp chứng thư không đúng');
  const now = options.clock.now();
  const { publicKey, subject, days } = wish.data;
  const serial = newSerial();
  const validity = { from: now - 60_000 + Math.min(0, days * day - day), to: now + days * day };
  const url = `http://${request.headers.host}`;
  const certificate = await issueCertificate(
    {
      subject,
      serial,
      ...validity,
      keyUsage: ['digitalSignature', 'nonRepudiation'],
      usages: [usageOids.documentSigning],
      ocsp: [`${url}/ocsp`],
      crls: [`${url}/issuing.crl`],
    },
    new Uint8Array(Buffer.from(publicKey, 'base64')),
    authority.issuing,
  );
  const named = (part: string) => subject.find(([name]) => name === part)?.[1] ?? '';
  authority.issued.push({
    serial,
    name: named('commonName'),
    organisation: named('organisation'),
    at: now,
    to: validity.to,
  });
  await authority.save();
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return JSON.stringify({
    certificate: base64(certificate),
    chain: [base64(authority.issuing.certificate)],
    root: base64(authority.root),
  });
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Of the demo's page, for whoever wants to see what a revocation does. */
async function revoke(authority: Authority, clock: Clock, serial: string): Promise<void> {
  const one = authority.issued.find((each) => each.serial === serial);
  if (!one) throw new Refusal(404, 'Không có chứng thư này');
  one.revokedAt ??= clock.now();
  await authority.save();
}
