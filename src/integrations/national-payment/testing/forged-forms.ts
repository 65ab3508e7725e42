import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { RawNotice } from '#ports/payments';
import { type About, fieldsOf, rawOf, sealFor, textOf } from './genuine.ts';

/** The genuine message, its values and seal unchanged, written in other bytes or announced as something else. */
export function forgedForms(about: About): Record<string, RawNotice> {
  const text = textOf(about);
  const all: Record<string, string> = { ...fieldsOf(about), MaXacThuc: sealFor(about) };
  const json = (body: string | Uint8Array) => rawOf(about, body);
  const typed = (contentType: string, body: string | Uint8Array = text) => rawOf(about, body, contentType);
  const encoded = (contentEncoding: string, body: Uint8Array) => ({ ...rawOf(about, body), contentEncoding });
  const bytes = Buffer.from(text);
  const escaped = (part: string) =>
    part.replace(/./gsu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const without = (name: string) =>
    JSON.stringify(Object.fromEntries(Object.entries(all).filter(([known]) => known !== name)));
  const swapped = (from: string, to: string) => json(text.replace(from, to));
  const form = new URLSearchParams(all).toString();
  const xml = `<?xml version="1.0"?><r>${Object.entries(all)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}</r>`;
  const multipart = `--b\r\ncontent-disposition: form-data; name="m"\r\n\r\n${text}\r\n--b--\r\n`;
  const reordered = JSON.stringify(Object.fromEntries(Object.entries(all).toReversed()));
  const amount = `"SoTien":"${all['SoTien']}"`;
  return {
    ...Object.fromEntries(Object.keys(all).map((name) => [`without ${name}`, json(without(name))])),
    'doubled amount, the genuine one last': swapped(amount, `"SoTien":"1",${amount}`),
    'doubled amount, the genuine one first': swapped(amount, `${amount},"SoTien":"1"`),
    'doubled amount, equal': swapped(amount, `${amount},${amount}`),
    'doubled error code': json(text.replace('{', '{"MaLoi":"24",')),
    'doubled reference': json(text.replace('{', `{"MaThamChieu":"${'Z'.repeat(20)}",`)),
    'doubled seal': json(text.replace(/}$/, `,"MaXacThuc":"${all['MaXacThuc']}"}`)),
    'doubled key, once in escapes': swapped(amount, `${amount},"\\u0053oTien":"1"`),
    'digits in escapes': swapped(amount, `"SoTien":"${escaped(all['SoTien'] ?? '')}"`),
    'a key in escapes': swapped('"MaLoi"', '"\\u004daLoi"'),
    'accents in escapes': json(
      text.replace(/[^\u0020-\u007e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ),
    'an escaped slash': json(text.replaceAll('/', '\\/')),
    'pretty-printed': json(JSON.stringify(all, null, 2)),
    'blanks after colons': json(text.replaceAll('":"', '": "')),
    'a blank in front': json(` ${text}`),
    'a line break behind': json(`${text}\n`),
    'a NUL behind': json(`${text}\u0000`),
    'a byte order mark': json(`\ufeff${text}`),
    'UTF-16, little end first': json(Buffer.from(text, 'utf16le')),
    'UTF-16 with its mark': json(Buffer.from(`\ufeff${text}`, 'utf16le')),
    'UTF-16, big end first': json(Buffer.from(text, 'utf16le').swap16()),
    'UTF-16, said so': typed('application/json; charset=utf-16le', Buffer.from(text, 'utf16le')),
    'Latin-1': json(Buffer.from(text, 'latin1')),
    'overlong UTF-8': json(
      Buffer.concat([bytes.subarray(0, -1), Buffer.from([0xc0, 0xbd]), bytes.subarray(-1)]),
    ),
    'decomposed accents under the composed seal': json(text.normalize('NFD')),
    'keys in another order': json(reordered),
    'keys in small letters': json(text.replace(/"(\w+)":/g, (key) => key.toLowerCase())),
    'a key with a blank': swapped('"MaLoi"', '"MaLoi "'),
    'a key more': json(text.replace(/}$/, ',"GhiChu":""}')),
    'a key __proto__': json(text.replace('{', '{"__proto__":{"MaLoi":"00"},')),
    'a key constructor': json(text.replace('{', '{"constructor":"",')),
    'an empty key': json(text.replace('{', '{"":"",')),
    'in a list': json(`[${text}]`),
    'in an object': json(`{"data":${text}}`),
    'as a text': json(JSON.stringify(text)),
    'as a list of its values': json(JSON.stringify(Object.values(all))),
    'as a list of pairs': json(JSON.stringify(Object.entries(all))),
    'twice, one after the other': json(text + text),
    'with a comment': json(`${text}//`),
    'with a comma too many': json(text.replace(/}$/, ',}')),
    'in single quotes': json(text.replaceAll('"', "'")),
    'in base64': json(bytes.toString('base64')),
    'percent-encoded': json(encodeURIComponent(text)),
    'gzip, said so': encoded('gzip', gzipSync(text)),
    'gzip, not said': json(gzipSync(text)),
    'deflate, said so': encoded('deflate', deflateSync(text)),
    'brotli, said so': encoded('br', brotliCompressSync(text)),
    'said to be gzip and is not': encoded('gzip', bytes),
    'said to be encoded as it is': encoded('identity', bytes),
    'a form': typed('application/x-www-form-urlencoded', form),
    'a form said to be JSON': json(form),
    XML: typed('application/xml', xml),
    'XML said to be JSON': json(xml),
    multipart: typed('multipart/form-data; boundary=b', multipart),
    'multipart said to be JSON': json(multipart),
    'said to be text': typed('text/plain'),
    'said to be text/json': typed('text/json'),
    'said to be another JSON': typed('application/problem+json'),
    'said to be nothing': typed(''),
    'said to be two things': typed('application/json, text/plain'),
    'said to be Latin-1': typed('application/json; charset=iso-8859-1'),
    'said to be UTF-7': typed('application/json; charset=utf-7'),
    'two character sets': typed('application/json; charset=utf-8; charset=utf-16'),
    'nothing at all': json(''),
    'an empty object': json('{}'),
    'an empty list': json('[]'),
    null: json('null'),
    'a number': json('0'),
    'half of it': json(bytes.subarray(0, bytes.length >> 1)),
    'without its last byte': json(bytes.subarray(0, -1)),
    'one bit turned': json(
      bytes.map((byte, at) => (at === bytes.indexOf(all['SoTien'] ?? '') ? byte ^ 1 : byte)),
    ),
    'filled up to twenty thousand bytes': json(text.padEnd(20_000)),
    'eight thousand lists deep': json('['.repeat(8000) + ']'.repeat(8000)),
    'two thousand objects deep in a field': swapped(
      amount,
      `"SoTien":${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`,
    ),
    'arrived two days after it happened': { ...json(text), at: about.at + 48 * 3600_000 },
    'arrived before it happened': { ...json(text), at: about.at - 3600_000 },
  };
}
