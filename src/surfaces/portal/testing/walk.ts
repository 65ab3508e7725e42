import type { DossierRef } from '#capabilities/dossiers';
import type { House } from '#test/pages';

const minute = 60_000;
const draft = {
  outcome: 'granted' as const,
  title: 'Giấy khai sinh',
  content: { 'Họ, chữ đệm, tên': 'Nguyễn Bảo Ngọc', 'Ngày sinh': '18/11/2026' },
};

/** Places of a walk in their order; each is reached through the ones before it. */
export const places = ['accepted', 'taken', 'drafted', 'confirmed', 'approved', 'issued', 'returned'] as const;
export type Stop = (typeof places)[number];

/** Walks a birth registration of commune A, received by centre A, up to a place: the acts of real officers. */
export async function walkTo(house: House, ref: DossierRef, stop: Stop): Promise<void> {
  const moves: Record<Stop, () => Promise<unknown>> = {
    accepted: () => house.act(ref, 'accept', {}, 'officer:one-stop-officer@centreA'),
    taken: () => house.act(ref, 'take-over', {}, 'officer:specialist@committeeA'),
    drafted: () => house.act(ref, 'draft-result', draft, 'officer:specialist@committeeA'),
    confirmed: () => house.act(ref, 'confirm-draft', {}, 'citizen1'),
    approved: async () => {
      await house.act(ref, 'finish-step', { note: '' }, 'officer:specialist@committeeA');
      await house.act(ref, 'approve-result', {}, 'officer:unit-leader@committeeA');
    },
    issued: () => house.act(ref, 'issue', { number: '218/TLKS' }, 'officer:clerk@committeeA'),
    returned: async () => {
      await house.act(ref, 'take-over', {}, 'officer:result-desk@centreA');
      await house.act(ref, 'return-result', { way: 'counter', to: 'Nguyễn Thị Lan' }, 'officer:result-desk@centreA');
    },
  };
  for (const place of places.slice(0, places.indexOf(stop) + 1)) {
    house.clock.set(house.clock.now() + 5 * minute);
    await moves[place]();
  }
}

/** The secret on the receipt, read as its owner would. */
export const secretOf = async (house: House, ref: DossierRef): Promise<string> =>
  (await house.view(ref, 'citizen1')).dossier.secret;

/** A multipart body as browsers send it, with the token in the address. */
export function multipart(parts: readonly { readonly name: string; readonly file?: string; readonly body: string }[]) {
  const boundary = 'mot-cua-test';
  const text = parts
    .map(({ name, file, body }) => {
      const kind = file === undefined ? '' : `; filename="${file}"\r\nContent-Type: application/octet-stream`;
      return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${kind}\r\n\r\n${body}\r\n`;
    })
    .join('');
  return { type: `multipart/form-data; boundary=${boundary}`, body: `${text}--${boundary}--\r\n` };
}
