import http from 'node:http';

export interface Response {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
  readonly ms: number;
}

export interface Request {
  readonly cookie?: string;
  /** Posted as a form. */
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
  readonly timeoutMs?: number;
}

/** Connections kept alive, as browsers keep them. */
export const keptAlive = (most = 64): http.Agent => new http.Agent({ keepAlive: true, maxSockets: most });

/** One request over real HTTP; rejects when no whole answer came. Follows nothing. */
export function send(
  agent: http.Agent,
  method: string,
  url: string,
  { cookie, form, headers = {}, body, timeoutMs = 10_000 }: Request = {},
): Promise<Response> {
  const begun = performance.now();
  const payload = form ? new URLSearchParams(form).toString() : body;
  return new Promise((resolve, reject) => {
    const request = http.request(url, {
      agent,
      method,
      headers: {
        ...(cookie === undefined ? {} : { cookie }),
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        ...(payload === undefined ? {} : { 'content-length': Buffer.byteLength(payload) }),
        ...headers,
      },
    });
    const alarm = setTimeout(() => request.destroy(new Error('no answer in time')), timeoutMs);
    const fail = (error: Error): void => {
      clearTimeout(alarm);
      reject(error);
    };
    request.on('error', fail);
    request.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', fail);
      response.on('aborted', () => fail(new Error('the answer was cut')));
      response.on('end', () => {
        clearTimeout(alarm);
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(parts).toString('utf8'),
          ms: performance.now() - begun,
        });
      });
    });
    request.end(payload);
  });
}
