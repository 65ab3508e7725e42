import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PNG } from 'pngjs';
import { asDong } from '#kernel/money';
import { qrPicture, qrSvg } from '#platform/qr';
import { readQr } from '#test/qr-reader';
import { payloadFor } from './payload.ts';
import { readPayload } from './testing/read-payload.ts';

/** The drawing as a picture, `scale` points to a module: on a telephone held away a module is three points or less. */
function pictureOf(svg: string, scale: number): Uint8Array<ArrayBuffer> {
  const side = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]) * scale;
  const picture = new PNG({ width: side, height: side });
  picture.data.fill(0xff);
  for (const [, x, y, run] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let down = 0; down < scale; down += 1) {
      const from = ((Number(y) * scale + down) * side + Number(x) * scale) * 4;
      for (let at = from; at < from + Number(run) * scale * 4; at += 4) picture.data.fill(0, at, at + 3);
    }
  return Uint8Array.from(PNG.sync.write(picture));
}

const account = { bin: '970436', number: '0011004567890', name: 'TRUNG TAM PHUC VU HCC' };
const longest = {
  account: { ...account, number: '9'.repeat(19) },
  amount: asDong(9_999_999_999_999),
  words: 'A'.repeat(25),
};

describe('the picture of a VietQR code', () => {
  for (const [what, transfer] of [
    ['a fee', { account, amount: asDong(10_000), words: 'MC7K3Q9ZPM2C4E' }],
    ['the longest transfer', longest],
  ] as const)
    for (const scale of [2, 3, 8])
      it(`of ${what} is read back at ${scale} points a module`, async () => {
        const payload = payloadFor(transfer);
        assert.deepEqual(await readQr(pictureOf(qrSvg(payload).text, scale)), [payload]);
        assert.equal(readPayload(payload).words, transfer.words);
      });

  it('is read back from the file that is kept', async () => {
    const payload = payloadFor(longest);
    const file = Uint8Array.from(await qrPicture(payload));
    assert.deepEqual(await readQr(file), [payload]);
    const { width, height } = PNG.sync.read(Buffer.from(file));
    assert.equal(width, height);
    assert.ok(width >= 480 && width <= 1200, `${width} points`);
  });

  it('without one of its finders is not read: the decoder does look', async () => {
    const { text } = qrSvg(payloadFor(longest));
    assert.deepEqual(await readQr(pictureOf(text.replaceAll(/M4 \d+h7v1h-7z/g, ''), 8)), []);
  });
});
