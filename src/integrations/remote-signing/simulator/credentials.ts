import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { done, type Outcome } from '#kernel/outcome';
import type { Clock } from '#kernel/time';
import { makeKeyPair, validityOf } from '#platform/certificates';

export interface Holder {
  /** Twelve digits; for the seal of an agency, its code. */
  readonly personalNumber: string;
  readonly name: string;
}
/** A seal signs without anybody's consent: it was entrusted to the system that asks. */
export const isSeal = ({ personalNumber }: Pick<Holder, 'personalNumber'>): boolean =>
  !/^\d{12}$/.test(personalNumber);

export interface CertifiedKey {
  /** DER. */
  readonly certificate: Uint8Array;
  /** Those above it up to, without, the root. */
  readonly chain: readonly Uint8Array[];
}
/** The authority behind the provider. @param publicKey SubjectPublicKeyInfo in DER. */
export type Certify = (publicKey: Uint8Array, holder: Holder) => Promise<Outcome<CertifiedKey>>;

const der = z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));
const shape = z.object({
  id: z.string().regex(/^[\w-]{10,60}$/),
  personalNumber: z.string(),
  name: z.string(),
  at: z.number(),
  key: der,
  certificate: der,
  chain: z.array(der),
});
export type Credential = z.output<typeof shape>;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Keys of invented people, one file each, made and certified when they are first asked for. */
export class CredentialShelf {
  readonly #parts: { readonly folder: string; readonly clock: Clock; readonly certify: Certify };
  readonly #byId = new Map<string, Credential>();
  readonly #underWay = new Map<string, Promise<Outcome<Credential>>>();

  constructor(parts: { readonly folder: string; readonly clock: Clock; readonly certify: Certify }) {
    this.#parts = parts;
    mkdirSync(parts.folder, { recursive: true, mode: 0o700 });
    const files = readdirSync(parts.folder).filter((name) => name.endsWith('.json'));
    const kept = files.map((name) =>
      shape.parse(JSON.parse(readFileSync(path.join(parts.folder, name), 'utf8'))),
    );
    for (const one of kept.toSorted((a, b) => a.at - b.at)) this.#byId.set(one.id, one);
  }

  find(id: string): Credential | undefined {
    return this.#byId.get(id);
  }

  /** The newest that is valid and bears the name, or a new one. Two who ask at once get the same. */
  of(holder: Holder): Promise<Outcome<Credential>> {
    const { personalNumber, name } = holder;
    const now = this.#parts.clock.now();
    const known = [...this.#byId.values()].findLast(
      (one) => one.personalNumber === personalNumber && one.name === name && isValid(one, now),
    );
    if (known) return Promise.resolve(done(known));
    const who = JSON.stringify([personalNumber, name]);
    const waiting =
      this.#underWay.get(who) ?? this.#issue(holder, now).finally(() => this.#underWay.delete(who));
    this.#underWay.set(who, waiting);
    return waiting;
  }

  async #issue(holder: Holder, at: number): Promise<Outcome<Credential>> {
    const pair = await makeKeyPair('p256');
    const certified = await this.#parts.certify(pair.publicKey, holder);
    if (!certified.ok) return certified;
    const { certificate, chain } = certified.value;
    const id = `simca-${randomBytes(12).toString('base64url')}`;
    const file = path.join(this.#parts.folder, `${id}.json`);
    const { personalNumber, name } = holder;
    const text = JSON.stringify({
      id,
      personalNumber,
      name,
      at,
      key: base64(pair.pkcs8()),
      certificate: base64(certificate),
      chain: chain.map(base64),
    });
    writeFileSync(`${file}.part`, text, { mode: 0o600 });
    renameSync(`${file}.part`, file);
    const made: Credential = {
      id,
      personalNumber,
      name,
      at,
      key: new Uint8Array(pair.pkcs8()),
      certificate: new Uint8Array(certificate),
      chain: chain.map((each) => new Uint8Array(each)),
    };
    this.#byId.set(id, made);
    return done(made);
  }
}

function isValid({ certificate }: Credential, now: number): boolean {
  const read = validityOf(certificate);
  return read.ok && read.value.from <= now && now <= read.value.to;
}
