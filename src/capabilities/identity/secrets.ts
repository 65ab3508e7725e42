import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { generateSecret, generateURI, verifySync } from 'otplib';
import { z } from 'zod';

/** 32 MB and about 100 ms a try (OWASP: N=2^15, r=8, p=3 and up; the six digits and the limit of tries stand beside it). */
const cost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 2 ** 20 };

const shape = z.object({ salt: z.string(), hash: z.string(), totp: z.string() });

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(password.normalize('NFC'), salt, 32, cost, (error, key) => (error ? reject(error) : resolve(key))),
  );

/** Makes what stands in `officer.secret` of a break-glass account, and the address its holder scans once. */
export async function makeBreakGlassSecret(
  password: string,
  label: string,
): Promise<{ readonly secret: string; readonly totp: string; readonly uri: string }> {
  const salt = randomBytes(16);
  const totp = generateSecret();
  const hash = await derive(password, salt);
  return {
    secret: JSON.stringify({ salt: salt.toString('hex'), hash: hash.toString('hex'), totp }),
    totp,
    uri: generateURI({ issuer: 'Một Cửa', label, secret: totp }),
  };
}

const nobody = { salt: '00'.repeat(16), hash: '00'.repeat(32), totp: 'A'.repeat(32) };

/**
 * Checks both factors; an account that is not there takes the same work as a wrong password.
 * @returns the time step of the code, to be used once, or undefined.
 */
export async function checkBreakGlass(
  stored: string | null | undefined,
  given: { readonly password: string; readonly code: string },
  nowMs: number,
): Promise<number | undefined> {
  const secret = stored ? shape.parse(JSON.parse(stored)) : nobody;
  const key = await derive(given.password, Buffer.from(secret.salt, 'hex'));
  const right = timingSafeEqual(key, Buffer.from(secret.hash, 'hex'));
  const code = given.code.replace(/\s/g, '');
  const checked = /^\d{6}$/.test(code)
    ? verifySync({ secret: secret.totp, token: code, epoch: Math.floor(nowMs / 1000), epochTolerance: 30 })
    : { valid: false as const };
  if (!right || !stored || !checked.valid || !('timeStep' in checked)) return undefined;
  return checked.timeStep;
}
