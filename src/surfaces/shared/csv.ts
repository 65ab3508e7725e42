/** Byte order mark: without it spreadsheets read UTF-8 as something else. */
const mark = '\ufeff';

/**
 * One cell. Text that a spreadsheet would take for a formula gets an apostrophe before it, which shows as text
 * (OWASP, CSV injection); quotes are doubled (RFC 4180).
 */
function cell(value: string): string {
  // A negative number alone is a number.
  const safe = /^[=+\-@\t\r]/.test(value) && !/^-\d+$/.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvText = (rows: readonly (readonly string[])[]): string =>
  mark + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
