import { z } from 'zod';
import { cleanText } from '#kernel/text';
import { isPlainDate, type PlainDate } from '#kernel/time';
import type { WireClaims } from '#platform/openid';
import type { CitizenClaims } from '#ports/identity';

/** `17/05/1990`, `19900517` and `1990-05-17` are met with. */
function birthDateOf(text: string): PlainDate | undefined {
  const parts = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? undefined;
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? undefined;
  const date = parts
    ? `${parts[3]}-${parts[2]}-${parts[1]}`
    : compact
      ? `${compact[1]}-${compact[2]}-${compact[3]}`
      : text;
  return isPlainDate(date) ? date : undefined;
}

const wire = z.object({
  sub: z.string().min(1).max(255),
  SoDinhDanh: z.string().regex(/^\d{12}$/),
  HoVaTen: z.string().transform(cleanText).pipe(z.string().min(1).max(200)),
  NgayThangNamSinh: z.string().transform((text, issue) => {
    const date = birthDateOf(text.trim());
    if (date) return date;
    issue.addIssue({ code: 'custom', message: 'Not a date' });
    return z.NEVER;
  }),
  loAs: z.coerce.number().int().min(1).max(4).catch(1),
});

/** VNeID's words in ours. The fourth digit of the personal number tells the sex (Nghị định 137/2015/NĐ-CP art. 13). */
export function citizenClaimsOf(claims: WireClaims): CitizenClaims | undefined {
  const read = wire.safeParse(claims);
  if (!read.success) return undefined;
  const { sub, SoDinhDanh, HoVaTen, NgayThangNamSinh, loAs } = read.data;
  return {
    subject: sub,
    personalNumber: SoDinhDanh,
    name: HoVaTen,
    birthDate: NgayThangNamSinh,
    sex: Number(SoDinhDanh[3]) % 2 === 0 ? '1' : '2',
    loa: loAs,
    provider: 'vneid',
  };
}
