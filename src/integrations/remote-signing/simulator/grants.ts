import { createHash, randomBytes } from 'node:crypto';
import type { Clock, Instant } from '#kernel/time';

/** What a holder is asked to agree to. */
export interface ConsentWish {
  readonly credential: string;
  /** base64url, in their order. */
  readonly hashes: readonly string[];
  readonly words: string;
  readonly returnTo: string;
  readonly state: string;
  readonly challenge: string;
}

const lives = { consent: 10 * 60_000, code: 60_000, token: 5 * 60_000, service: 10 * 60_000 };
const most = 2000;
const uriBegins = 'urn:ietf:params:oauth:request_uri:';

const secret = (): string => randomBytes(24).toString('base64url');

/** Things by their secrets, for a while; the oldest go first when there are too many. */
class Drawer<T> {
  readonly #things = new Map<string, { readonly thing: T; readonly until: Instant }>();
  readonly #clock: Clock;
  readonly #livesMs: number;
  constructor(clock: Clock, livesMs: number) {
    this.#clock = clock;
    this.#livesMs = livesMs;
  }
  put(thing: T): string {
    const [oldest] = this.#things.keys();
    if (this.#things.size >= most && oldest !== undefined) this.#things.delete(oldest);
    const key = secret();
    this.#things.set(key, { thing, until: this.#clock.now() + this.#livesMs });
    return key;
  }
  get(key: string): T | undefined {
    const kept = this.#things.get(key);
    return kept && kept.until > this.#clock.now() ? kept.thing : undefined;
  }
  drop(key: string): void {
    this.#things.delete(key);
  }
}

type Code = ConsentWish & { token?: string; used?: boolean };

/** Consents asked for, codes given for them, and what codes were exchanged for. */
export class Grants {
  readonly #consents: Drawer<ConsentWish>;
  readonly #codes: Drawer<Code>;
  readonly #tokens: Drawer<ConsentWish>;
  readonly #services: Drawer<true>;
  readonly #deposits: Drawer<URLSearchParams>;
  constructor(clock: Clock) {
    this.#consents = new Drawer(clock, lives.consent);
    this.#codes = new Drawer(clock, lives.code);
    this.#tokens = new Drawer(clock, lives.token);
    this.#services = new Drawer(clock, lives.service);
    this.#deposits = new Drawer(clock, lives.code);
  }

  /** Parameters that were deposited, for the address of a consent (RFC 9126). */
  deposit(query: URLSearchParams): { readonly uri: string; readonly seconds: number } {
    return { uri: `${uriBegins}${this.#deposits.put(query)}`, seconds: lives.code / 1000 };
  }
  deposited(uri: string): URLSearchParams | undefined {
    return uri.startsWith(uriBegins) ? this.#deposits.get(uri.slice(uriBegins.length)) : undefined;
  }

  ask(wish: ConsentWish): string {
    return this.#consents.put(wish);
  }
  asked(consent: string): ConsentWish | undefined {
    return this.#consents.get(consent);
  }
  /** Either way it is answered once. */
  close(consent: string): void {
    this.#consents.drop(consent);
  }
  agree(consent: string): string | undefined {
    const wish = this.asked(consent);
    this.close(consent);
    return wish && this.#codes.put({ ...wish });
  }

  /** A token for a code: once, and only for whoever began (RFC 7636, 4.6). A code shown twice takes its token along. */
  exchange(asked: {
    readonly code: string;
    readonly verifier: string;
    readonly returnTo: string;
  }): { readonly token: string; readonly seconds: number } | undefined {
    const code = this.#codes.get(asked.code);
    if (!code) return undefined;
    if (code.used) {
      if (code.token) this.#tokens.drop(code.token);
      return undefined;
    }
    code.used = true;
    const challenge = createHash('sha256').update(asked.verifier).digest('base64url');
    if (challenge !== code.challenge || asked.returnTo !== code.returnTo) return undefined;
    code.token = this.#tokens.put(code);
    return { token: code.token, seconds: lives.token / 1000 };
  }

  service(): { readonly token: string; readonly seconds: number } {
    return { token: this.#services.put(true), seconds: lives.service / 1000 };
  }
  isService(token: string): boolean {
    return this.#services.get(token) === true;
  }
  forgetService(token: string): void {
    this.#services.drop(token);
  }

  /** For a seal that needs nobody's consent: a token for these hashes. */
  entrust(
    credential: string,
    hashes: readonly string[],
  ): { readonly token: string; readonly seconds: number } {
    const wish = { credential, hashes, words: '', returnTo: '', state: '', challenge: '' };
    return { token: this.#tokens.put(wish), seconds: lives.token / 1000 };
  }

  /** What a token is for. */
  granted(token: string): ConsentWish | undefined {
    return this.#tokens.get(token);
  }
  /** It signs once. */
  spend(token: string): void {
    this.#tokens.drop(token);
  }
}
