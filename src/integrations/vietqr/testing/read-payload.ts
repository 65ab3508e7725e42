import assert from 'node:assert/strict';

export interface ReadPayload {
  readonly bin: string;
  readonly account: string;
  readonly service: string;
  readonly method: string;
  readonly currency: string;
  readonly country: string;
  readonly amount: string;
  readonly words: string;
}

/** Fields of one level (EMVCo: identifier, length, value), each once, in the order of the text. */
function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  let rest = text;
  while (rest !== '') {
    const head = /^(\d\d)(\d\d)/.exec(rest);
    assert.ok(head, `No field begins at: ${rest}`);
    const [, id = '', length = ''] = head;
    const value = rest.slice(4, 4 + Number(length));
    assert.ok(value.length > 0 && value.length === Number(length), `Field ${id} is cut`);
    assert.ok(!fields.has(id), `Field ${id} twice`);
    fields.set(id, value);
    rest = rest.slice(4 + Number(length));
  }
  return fields;
}

/** CRC-16/CCITT-FALSE by long division of the bits themselves, as the standard describes it. */
function remainder(text: string): string {
  const message = [...text].flatMap((char) =>
    [...char.charCodeAt(0).toString(2).padStart(8, '0')].map(Number),
  );
  const polynomial = [...'10001000000100001'].map(Number);
  const bits = [...message, ...Array.from({ length: 16 }, () => 0)];
  for (let at = 0; at < 16; at += 1) bits[at] = 1 - (bits[at] ?? 0);
  for (let at = 0; at < message.length; at += 1)
    if (bits[at] === 1)
      for (const [place, bit] of polynomial.entries()) bits[at + place] = (bits[at + place] ?? 0) ^ bit;
  return Number.parseInt(bits.slice(-16).join(''), 2).toString(16).toUpperCase().padStart(4, '0');
}

/** Reads a VietQR text as a banking app does, by the specification alone: shares nothing with the builder. */
export function readPayload(text: string): ReadPayload {
  assert.match(text, /^000201/, 'The format comes first');
  assert.equal(text.slice(-8, -4), '6304', 'The checksum comes last');
  assert.equal(text.slice(-4), remainder(text.slice(0, -4)));
  const root = fieldsOf(text);
  const get = (fields: Map<string, string>, id: string): string => {
    const value = fields.get(id);
    assert.ok(value !== undefined, `Field ${id} is missing`);
    return value;
  };
  const merchant = fieldsOf(get(root, '38'));
  assert.equal(get(merchant, '00'), 'A000000727');
  const beneficiary = fieldsOf(get(merchant, '01'));
  return {
    bin: get(beneficiary, '00'),
    account: get(beneficiary, '01'),
    service: get(merchant, '02'),
    method: get(root, '01'),
    currency: get(root, '53'),
    country: get(root, '58'),
    amount: root.get('54') ?? '',
    words: fieldsOf(root.get('62') ?? '').get('08') ?? '',
  };
}
