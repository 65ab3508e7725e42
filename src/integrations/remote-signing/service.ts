import type { z } from 'zod';
import { call, type Line, type Said } from './call.ts';
import type { checked } from './settings.ts';
import { tokenAnswer } from './wire/answers.ts';

type Wish = Readonly<Record<string, unknown>>;

export interface Service {
  /** A method of the API in the name of this system. */
  ask<S extends z.ZodType>(line: Line, method: string, shape: S, wish: Wish): Promise<Said<z.output<S>>>;
  /** The same with another token. */
  askAs<S extends z.ZodType>(
    line: Line,
    as: string,
    method: string,
    shape: S,
    wish: Wish,
  ): Promise<Said<z.output<S>>>;
}

/** Renewed so long before it ends. */
const earlyMs = 30_000;

/** The API behind the token of the service (client credentials, scope `service`), which is kept while it lives. */
export function serviceOf(settings: ReturnType<typeof checked>): Service {
  const { url, oauth, clientId, clientSecret } = settings;
  let kept: { readonly as: string; readonly until: number } | undefined;

  async function token(line: Line): Promise<Said<string>> {
    // Durations of this process, not moments of the field: the steady clock of the machine.
    const now = performance.now();
    if (kept && kept.until > now) return { kind: 'answer', value: kept.as };
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      scope: 'service',
      client_id: clientId,
      client_secret: clientSecret,
    });
    const said = await call(line, { url: `${oauth}/oauth2/token`, body }, tokenAnswer);
    if (said.kind === 'error') return { kind: 'odd', why: said.error };
    if (said.kind !== 'answer') return said;
    const { access_token: key, expires_in: seconds = 300 } = said.value;
    kept = { as: `Bearer ${key}`, until: now + seconds * 1000 - earlyMs };
    return { kind: 'answer', value: kept.as };
  }

  const askAs: Service['askAs'] = (line, as, method, shape, wish) =>
    call(line, { url: `${url}/csc/v2/${method}`, body: wish, as }, shape);

  return {
    askAs,
    async ask(line, method, shape, wish) {
      for (let again = false; ; again = true) {
        const as = await token(line);
        if (as.kind !== 'answer') return as;
        const said = await askAs(line, as.value, method, shape, wish);
        const forgotten = said.kind === 'error' && said.error === 'invalid_token';
        if (!forgotten) return said;
        kept = undefined;
        if (again) return { kind: 'odd', why: 'invalid_token' };
      }
    },
  };
}
