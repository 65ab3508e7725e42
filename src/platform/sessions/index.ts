import {
  createHash,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import type { Clock } from '#kernel/time';
import { type Database, json } from '#platform/db';
import * as sql from './queries.ts';

export interface Session {
  readonly kind: 'visitor' | 'citizen' | 'officer';
  readonly subject: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly createdAt: number;
  readonly idleUntil: number;
  readonly endsAt: number;
}

/** Idle and absolute limits, in ms. Citizens: 60 min / 12 h; officers: 30 min / 10 h (one working day). */
const limits = {
  visitor: { idle: 60 * 60_000, absolute: 12 * 3600_000 },
  citizen: { idle: 60 * 60_000, absolute: 12 * 3600_000 },
  officer: { idle: 30 * 60_000, absolute: 10 * 3600_000 },
} as const;

const touchEvery = 60_000;
/** A revoked role or session stops working within this time (ACCEPTANCE E8 asks for 5 s). */
const trustFor = 2000;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Sessions live in the database under the hash of their token; a short memory spares a look-up per request. */
export class Sessions {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #key: KeyObject;
  readonly #known = new Map<string, { session: Session | undefined; until: number }>();

  constructor(db: Database, clock: Clock, csrfKey: string) {
    this.#db = db;
    this.#clock = clock;
    this.#key = createSecretKey(csrfKey, 'hex');
  }

  /** @param used whether a person asks: their session lives on by it. */
  async find(token: string, used = true): Promise<Session | undefined> {
    const now = this.#clock.now();
    const remembered = this.#known.get(token);
    if (remembered && remembered.until > now && (remembered.session?.idleUntil ?? now + 1) > now) {
      return remembered.session;
    }
    const hash = hashOf(token).toString('hex');
    const row = await this.#db.together.find(sql.findSession, { hash, now });
    let session: Session | undefined;
    if (row) {
      let idleUntil = row.idle_until;
      if (used && now - row.seen_at > touchEvery) {
        idleUntil = now + limits[row.kind].idle;
        await this.#db.together.get(sql.touchSession, { hash, now, idle_until: idleUntil });
      }
      session = {
        kind: row.kind,
        subject: row.subject,
        data: row.data,
        createdAt: row.created_at,
        idleUntil,
        endsAt: row.ends_at,
      };
    }
    if (this.#known.size > 20_000) this.#known.clear();
    // What a page asked by itself is not remembered: the person's next step would find it and not be counted.
    if (used) this.#known.set(token, { session, until: now + trustFor });
    return session;
  }

  /** What was last known of a session, for public pages while the database does not answer. */
  remembered(token: string): Session | undefined {
    return this.#known.get(token)?.session;
  }

  /** @returns the token for the cookie; it is stored nowhere. */
  async start(kind: Session['kind'], subject: string | null, data: object, agent: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.#clock.now();
    await this.#db.direct.get(sql.startSession, {
      hash: hashOf(token),
      kind,
      subject,
      data: json(data),
      now,
      idle_until: now + limits[kind].idle,
      ends_at: now + limits[kind].absolute,
      agent: agent.slice(0, 200),
    });
    return token;
  }

  async change(token: string, data: object): Promise<void> {
    await this.#db.direct.get(sql.changeSession, { hash: hashOf(token), data: json(data) });
    this.#known.delete(token);
  }

  async finish(token: string): Promise<void> {
    await this.#db.direct.get(sql.finishSession, { hash: hashOf(token) });
    this.#known.delete(token);
  }

  async finishAll(...subjects: readonly string[]): Promise<void> {
    if (subjects.length === 0) return;
    await this.#db.direct.get(sql.finishAllSessions, { subjects });
    this.#known.clear();
  }

  list(subject: string): Promise<{ id: string; created_at: number; seen_at: number; agent: string }[]> {
    return this.#db.direct.rows(sql.listSessions, { subject, now: this.#clock.now() });
  }

  /** Anti-forgery token bound to a cookie value (of the session, or of a visitor without one). */
  csrfFor(cookie: string): string {
    return createHmac('sha256', this.#key).update(cookie).digest('base64url').slice(0, 32);
  }

  csrfMatches(cookie: string, given: string): boolean {
    const expected = Buffer.from(this.csrfFor(cookie));
    const actual = Buffer.from(given);
    return expected.length === actual.length && timingSafeEqual(expected, actual);
  }
}
