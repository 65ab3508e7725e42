import { createHash } from 'node:crypto';
import type { PKCS11, Pkcs11Error } from 'pkcs11js';
import { done, type Outcome, refused } from '#kernel/outcome';

/** The binding is an optional part: it is compiled where it is installed, and not there where it could not be. */
type Binding = typeof import('pkcs11js');
export const binding = async (): Promise<Binding | undefined> => {
  try {
    const loaded = await import('pkcs11js');
    return 'default' in loaded ? loaded.default : loaded;
  } catch {
    return undefined;
  }
};

export interface TokenOptions {
  /** The library of its maker: `/usr/lib/softhsm/libsofthsm2.so`. */
  readonly module: string;
  /** The label of the token. */
  readonly label: string;
  /** Asked when the token is opened. */
  readonly pin: () => string;
}

interface Opened {
  readonly pkcs11: PKCS11;
  readonly session: Buffer;
}
export interface FoundKey {
  readonly certificates: readonly Uint8Array[];
}

const text = (value: Buffer | undefined): string => (value ?? Buffer.alloc(0)).toString('utf8').trim();
const codeOf = (error: unknown): number =>
  error instanceof Error && 'code' in error ? Number((error as Pkcs11Error).code) : -1;

/**
 * One token, one session, one thing at a time. A token that was taken out and put back is opened anew; a PIN that was refused is not
 * tried again, for the third time would lock the token.
 */
export class Token {
  readonly #options: TokenOptions;
  readonly #c: Binding;
  #opened: Opened | undefined;
  #pinRefused = false;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: TokenOptions, c: Binding) {
    this.#options = options;
    this.#c = c;
  }

  /** Certificates whose label is that of the key first, then all others. Refused: `key-missing`, `key-locked`, `key-store-unavailable`. */
  find(label: string): Promise<Outcome<FoundKey>> {
    return this.#asked(({ pkcs11, session }) => {
      const c = this.#c;
      if (!this.#keyOf({ pkcs11, session }, label)) return refused({ code: 'key-missing' });
      const own: Uint8Array[] = [];
      const others: Uint8Array[] = [];
      for (const handle of this.#objects({ pkcs11, session }, [
        { type: c.CKA_CLASS, value: c.CKO_CERTIFICATE },
      ])) {
        const [name, value] = pkcs11.C_GetAttributeValue(session, handle, [
          { type: c.CKA_LABEL },
          { type: c.CKA_VALUE },
        ]);
        const der = new Uint8Array(value?.value ?? Buffer.alloc(0));
        (text(name?.value) === label ? own : others).push(der);
      }
      return own.length > 0 ? done({ certificates: [...own, ...others] }) : refused({ code: 'key-missing' });
    });
  }

  /** Signs with the key of this label: ECDSA over SHA-256 as r and s side by side, or RSA PKCS#1 with SHA-256. */
  sign(label: string, kind: 'ec' | 'rsa', data: Uint8Array): Promise<Outcome<Uint8Array>> {
    return this.#asked(async ({ pkcs11, session }) => {
      const c = this.#c;
      const key = this.#keyOf({ pkcs11, session }, label);
      if (!key) return refused({ code: 'key-missing' });
      const mechanism = kind === 'ec' ? c.CKM_ECDSA : c.CKM_SHA256_RSA_PKCS;
      const bytes = kind === 'ec' ? createHash('sha256').update(data).digest() : Buffer.from(data);
      pkcs11.C_SignInit(session, { mechanism }, key);
      // 4096 bits are the most that RSA has here.
      return done(new Uint8Array(await pkcs11.C_SignAsync(session, bytes, Buffer.alloc(512))));
    });
  }

  close(): void {
    try {
      this.#opened?.pkcs11.C_CloseSession(this.#opened.session);
      this.#opened?.pkcs11.C_Finalize();
      this.#opened?.pkcs11.close();
    } catch {}
    this.#opened = undefined;
  }

  /** Nobody else is at the token meanwhile. What a lost session has broken is tried once more with a new one. */
  #asked<T>(work: (opened: Opened) => Outcome<T> | Promise<Outcome<T>>): Promise<Outcome<T>> {
    const turn = this.#turn.then(async (): Promise<Outcome<T>> => {
      for (let again = false; ; again = true) {
        const opened = this.#open();
        if (!opened.ok) return opened;
        try {
          return await work(opened.value);
        } catch {
          this.close();
          if (again) return refused({ code: 'key-store-unavailable' });
        }
      }
    });
    this.#turn = turn;
    return turn;
  }

  #open(): Outcome<Opened> {
    if (this.#pinRefused) return refused({ code: 'key-locked' });
    if (this.#opened) return done(this.#opened);
    const c = this.#c;
    const { module, label, pin } = this.#options;
    const pkcs11 = new c.PKCS11();
    try {
      pkcs11.load(module);
      pkcs11.C_Initialize();
      const slot = pkcs11
        .C_GetSlotList(true)
        .find((one) => pkcs11.C_GetTokenInfo(one).label.trim() === label);
      if (!slot) throw new Error('no such token');
      const session = pkcs11.C_OpenSession(slot, c.CKF_SERIAL_SESSION);
      pkcs11.C_Login(session, c.CKU_USER, pin());
      this.#opened = { pkcs11, session };
      return done(this.#opened);
    } catch (error) {
      const pinIsWrong = [c.CKR_PIN_INCORRECT, c.CKR_PIN_LOCKED, c.CKR_PIN_EXPIRED].includes(codeOf(error));
      this.#pinRefused = pinIsWrong;
      try {
        pkcs11.C_Finalize();
      } catch {}
      try {
        pkcs11.close();
      } catch {}
      return refused({ code: pinIsWrong ? 'key-locked' : 'key-store-unavailable' });
    }
  }

  #keyOf(opened: Opened, label: string): Buffer | undefined {
    const c = this.#c;
    return this.#objects(opened, [
      { type: c.CKA_CLASS, value: c.CKO_PRIVATE_KEY },
      { type: c.CKA_LABEL, value: label },
    ])[0];
  }

  #objects({ pkcs11, session }: Opened, like: Parameters<PKCS11['C_FindObjectsInit']>[1]): readonly Buffer[] {
    pkcs11.C_FindObjectsInit(session, like);
    try {
      return pkcs11.C_FindObjects(session, 100);
    } finally {
      pkcs11.C_FindObjectsFinal(session);
    }
  }
}
