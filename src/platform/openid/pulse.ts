import type { Clock } from '#kernel/time';

/** Half of what a person waits for a page without wondering; the whole of a step is 3.5 s. */
const answersWithin = 1500;
/** Long enough that a rush of sign-ins asks once, short enough that a return is seen at once. */
const rememberFor = 3000;

/**
 * Whether the page we are about to lead a browser to still stands. Metadata outlives the provider that sent it, and a
 * browser led to a dead address shows its own error page, without a way back. Any answer below 500 is a sign of life.
 */
export class Pulse {
  readonly #clock: Clock;
  #felt: { readonly alive: boolean; readonly at: number } | undefined;
  #feeling: Promise<boolean> | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The last answer, while it counts. */
  remembered(): boolean | undefined {
    if (!this.#felt || Math.abs(this.#clock.now() - this.#felt.at) >= rememberFor) return undefined;
    return this.#felt.alive;
  }

  /** Asks within 1.5 s unless the answer is remembered; those who ask at the same time share one question. */
  async beats(address: URL): Promise<boolean> {
    const remembered = this.remembered();
    if (remembered !== undefined) return remembered;
    this.#feeling ??= answers(address).finally(() => {
      this.#feeling = undefined;
    });
    const alive = await this.#feeling;
    this.#felt = { alive, at: this.#clock.now() };
    return alive;
  }
}

async function answers(address: URL): Promise<boolean> {
  try {
    const answer = await fetch(address, {
      redirect: 'manual',
      signal: AbortSignal.timeout(answersWithin),
    });
    await answer.body?.cancel();
    return answer.status < 500 && answer.status !== 429;
  } catch {
    return false;
  }
}

/**
 * What to ask: the discovery address where the sign-in page stands on the issuer's host (it costs the provider nothing),
 * else the root of the host the browser will be sent to. Never the sign-in page itself: that would begin a sign-in.
 */
export function pulseAddress(issuer: URL, authorizationEndpoint: string): URL {
  const page = new URL(authorizationEndpoint);
  if (page.origin !== issuer.origin) return new URL('/', page.origin);
  return new URL(`${issuer.href.replace(/\/$/, '')}/.well-known/openid-configuration`);
}
