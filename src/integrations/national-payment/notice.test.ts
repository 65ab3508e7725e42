import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { RawNotice } from '#ports/payments';
import { openNationalPayment } from './adapter.ts';
import { forgeriesOf, genuineNotice } from './testing/forgeries.ts';
import { fieldsOf, rawOf, sealFor, textOf } from './testing/genuine.ts';
import { confirmAnswer } from './wire/answers.ts';
import { readMessage } from './wire/read.ts';
import { sealFits } from './wire/seal.ts';
import { wireTime } from './wire/time.ts';

const about = {
  partner: 'MOTCUA-TG',
  secret: 'bi-mat-thu',
  reference: 'MC26K25ABCDEFGH12345',
  amount: 100_000,
  at: Date.UTC(2026, 10, 25, 2, 41),
};
const gateway = openNationalPayment({ url: 'https://thanh-toan.example.vn/api', ...about });
const verdict = (raw: RawNotice) => {
  const read = gateway.readNotice(raw);
  return read.kind === 'forged' ? read.why : read.kind;
};

describe('a CONFIRM', () => {
  it('that is genuine says what it claims', () => {
    assert.deepEqual(gateway.readNotice(genuineNotice(about)), {
      kind: 'genuine',
      reference: about.reference,
      claims: 'captured',
      amount: 100_000,
      transaction: '261125000000001',
      at: about.at,
    });
    const failed = gateway.readNotice(rawOf(about, textOf(about, { MaLoi: '24', MaGiaoDich: '' })));
    assert.equal(failed.kind === 'genuine' && failed.claims, 'failed');
  });
  it('may say its character set', () => {
    for (const type of [
      'application/json; charset=utf-8',
      'application/json;charset=UTF-8',
      'Application/JSON',
    ])
      assert.equal(verdict(rawOf(about, textOf(about), type)), 'genuine', type);
  });
  it('counts from a day ago to ten minutes ahead, to the second', () => {
    const at = (ms: number) => verdict(rawOf(about, textOf(about, { ThoiGianGD: wireTime(about.at + ms) })));
    assert.equal(at(-24 * 3600_000), 'genuine');
    assert.equal(at(-24 * 3600_000 - 1000), 'time');
    assert.equal(at(10 * 60_000), 'genuine');
    assert.equal(at(10 * 60_000 + 1000), 'time');
  });
});

describe('a message that is too big', () => {
  it('is not even read', () => {
    const { body } = genuineNotice(about);
    const filled = (size: number) =>
      verdict(rawOf(about, Buffer.concat([body, Buffer.alloc(size - body.length, ' ')])));
    assert.equal(filled(16 * 1024), 'not-canonical');
    assert.equal(filled(16 * 1024 + 1), 'size');
  });
});

describe('forged', () => {
  const forgeries = forgeriesOf(about);
  it('in many ways, each once', () => {
    assert.ok(forgeries.length >= 60, `${forgeries.length} ways`);
    assert.equal(new Set(forgeries.map(({ name }) => name)).size, forgeries.length);
    const genuine = genuineNotice(about);
    for (const { name, raw } of forgeries)
      assert.notDeepEqual({ ...raw, body: [...raw.body] }, { ...genuine, body: [...genuine.body] }, name);
  });
  for (const { name, raw } of forgeries) it(name, () => assert.notEqual(verdict(raw), 'genuine'));
  it('by what is wrong with it, in stable codes', () => {
    const codes = new Set(forgeries.map(({ raw }) => verdict(raw)));
    assert.deepEqual([...codes].toSorted(), [
      'content-encoding',
      'content-type',
      'currency',
      'fields',
      'json',
      'merchant',
      'not-canonical',
      'seal',
      'size',
      'time',
      'transaction',
      'utf-8',
    ]);
  });
  it('by any change of any byte', () => {
    const { body } = genuineNotice(about);
    fc.assert(
      fc.property(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const altered = body.map((byte, place) => (place === at ? byte ^ change : byte));
        assert.notEqual(verdict(rawOf(about, altered)), 'genuine');
      }),
    );
  });
  it('by any other value under the genuine seal', () => {
    const names = Object.keys(fieldsOf(about));
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string({ unit: 'binary-ascii' }), (name, value) => {
        const fields: Record<string, string> = fieldsOf(about);
        fc.pre(fields[name] !== value);
        const text = JSON.stringify({ ...fields, [name]: value, MaXacThuc: sealFor(about) });
        assert.notEqual(verdict(rawOf(about, text)), 'genuine');
      }),
    );
  });
  it('by bytes that mean nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (body) => verdict(rawOf(about, body)) !== 'genuine'),
    );
  });
});

describe('the answer to a CONFIRM', () => {
  const read = (answer: { readonly body: string }) => {
    const message = readMessage(confirmAnswer, new TextEncoder().encode(answer.body));
    assert.ok(message.ok);
    assert.ok(sealFits(confirmAnswer, message.value, about.secret));
    return message.value;
  };
  it('says 00 for one that was taken, under our seal', () => {
    const answer = gateway.answerNotice('taken', about.reference);
    assert.deepEqual([answer.status, answer.contentType], [200, 'application/json']);
    assert.deepEqual([read(answer).MaLoi, read(answer).MaThamChieu], ['00', about.reference]);
  });
  it('says 97 for one that was refused, and repeats nothing that never was a reference', () => {
    const answer = gateway.answerNotice('refused', '"|<script>');
    assert.equal(answer.status, 400);
    assert.deepEqual([read(answer).MaLoi, read(answer).MaThamChieu], ['97', '']);
  });
});
