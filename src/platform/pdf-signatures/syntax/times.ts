import type { Instant } from '#kernel/time';

const shape =
  /^D:(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:Z(?:00'?(?:00'?)?)?|([+-])(\d{2})'?(?:(\d{2})'?)?)?$/;

/** A date of a PDF (ISO 32000-2, 7.9.4), or nothing when it is none. */
export function instantOf(letters: string): Instant | undefined {
  const parts = shape.exec(letters);
  if (!parts) return undefined;
  const [year, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part)));
  if (
    year === undefined ||
    month < 1 ||
    month > 12 ||
    day < 1 ||
    day > 31 ||
    hour > 23 ||
    minute > 59 ||
    second > 59
  )
    return undefined;
  const offset = (Number(parts[8] ?? 0) * 60 + Number(parts[9] ?? 0)) * 60_000 * (parts[7] === '-' ? -1 : 1);
  return Date.UTC(year, month - 1, day, hour, minute, second) - offset;
}

/** Written as Vietnamese time, which says its own zone. */
export function pdfDate(at: Instant): string {
  const local = new Date(Math.floor(at / 1000) * 1000 + 7 * 3_600_000).toISOString();
  return `D:${local.slice(0, 19).replace(/\D/g, '')}+07'00'`;
}
