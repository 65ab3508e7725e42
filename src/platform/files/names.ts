const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const longest = 120;

/** A name that is safe in a folder, a header and a page: without paths, control and direction marks; the ending stays. */
export function cleanFileName(typed: string): string {
  const last = typed.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/[. ]+$/g, '');
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? '';
  const stem = Array.from(clean.slice(0, clean.length - ending.length).replace(/^[. ]+/, ''))
    .slice(0, longest - ending.length)
    .join('');
  const name = `${stem}${ending}`;
  if (stem === '') return `tep${ending}`;
  return reserved.test(name) ? `_${name}` : name;
}

/** Header of a download (RFC 6266): an ASCII name for old programs, the true one beside it. */
export function attachmentHeader(name: string): string {
  const clean = cleanFileName(name);
  const ascii = clean
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/[^\x20-\x7e]/g, '_')
    .replace(/["\\%]/g, '_');
  const utf8 = encodeURIComponent(clean).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${utf8}`;
}
