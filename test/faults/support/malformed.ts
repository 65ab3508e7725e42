import type { Chance } from './seed.ts';

export interface Malformed {
  readonly what: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const form = 'application/x-www-form-urlencoded';
const deep = (depth: number): string => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);

/** Kinds of broken bodies. Each makes its bytes from chance, so that a seed makes them again. */
const kinds: Readonly<Record<string, (luck: Chance) => { type: string; body: Buffer | string }>> = {
  'half a JSON': (luck) => ({
    type: 'application/json',
    body: '{"a":[1,2,{"b":"c"}]}'.slice(0, luck.whole(1, 19)),
  }),
  'duplicate keys': () => ({ type: 'application/json', body: '{"a":1,"a":2,"__proto__":{"admin":true}}' }),
  'a deep JSON': (luck) => ({ type: 'application/json', body: deep(luck.whole(100, 10_000)) }),
  'not a number': () => ({ type: 'application/json', body: '{"a":NaN,"b":Infinity}' }),
  'prototype fields': () => ({
    type: form,
    body: '__proto__[admin]=1&constructor[prototype][x]=2&__proto__=3&noi-dung=x&toString=1&hasOwnProperty=1',
  }),
  'broken percents': (luck) => ({
    type: form,
    body: `a=%${luck.pick(['', 'zz', 'E', 'ff', 'C3%28', 'ED%A0%80'])}&noi-dung=%`,
  }),
  'random bytes as a form': (luck) => ({
    type: form,
    body: Buffer.from(Array.from({ length: luck.whole(1, 400) }, () => luck.whole(0, 255))),
  }),
  'many fields': (luck) => ({
    type: form,
    body: Array.from({ length: luck.whole(500, 3000) }, (_, n) => `f${n}=${n}`).join('&'),
  }),
  'one field many times': (luck) => ({ type: form, body: 'noi-dung=x&'.repeat(luck.whole(2, 2000)) }),
  'a long field': (luck) => ({ type: form, body: `noi-dung=${'a'.repeat(luck.whole(1000, 200_000))}` }),
  'too much': () => ({ type: form, body: 'a'.repeat(300 * 1024) }),
  'a multipart without an end': (luck) => ({
    type: 'multipart/form-data; boundary=xx',
    body: `--xx\r\nContent-Disposition: form-data; name="tep"; filename="a.pdf"\r\n\r\n%PDF${'x'.repeat(luck.whole(0, 500))}`,
  }),
  'a multipart without a boundary': () => ({ type: 'multipart/form-data', body: '--x\r\n\r\nabc\r\n--x--' }),
  'a multipart of many parts': (luck) => ({
    type: 'multipart/form-data; boundary=xx',
    body: `${'--xx\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n'.repeat(luck.whole(10, 400))}--xx--`,
  }),
  'a wrong type': (luck) => ({
    type: luck.pick(['text/xml', 'application/pdf', 'a', '']),
    body: '<a>&b;</a>',
  }),
  'a null byte': () => ({ type: form, body: 'noi-dung=a\u0000b&draft=\u0000&ma=\u0000' }),
};

/** A broken body with its headers. */
export function malformed(luck: Chance): Malformed {
  const what = luck.pick(Object.keys(kinds));
  const made = kinds[what]?.(luck) ?? { type: form, body: '' };
  return {
    what,
    headers: made.type === '' ? {} : { 'content-type': made.type },
    body: Buffer.isBuffer(made.body) ? made.body : Buffer.from(made.body),
  };
}
