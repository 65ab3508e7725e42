import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

let prepared: Promise<unknown> | undefined;

/** Texts of all QR codes in a picture (PNG), as another program than ours reads them. */
export async function readQr(picture: Uint8Array): Promise<string[]> {
  // Its own way is to fetch the module from a content network.
  prepared ??= prepareZXingModule({
    overrides: {
      wasmBinary: Uint8Array.from(
        readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))),
      ).buffer,
    },
    fireImmediately: true,
  });
  await prepared;
  const found = await readBarcodes(Uint8Array.from(picture), { formats: ['QRCode'] });
  return found.map(({ text }) => text);
}
