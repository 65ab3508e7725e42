import type { DossierRef } from '#capabilities/dossiers';
import type { House, Visitor } from '#test/pages';

const minute = 60_000;
const draft = {
  outcome: 'granted' as const,
  title: 'Giấy khai sinh',
  content: { 'Họ, chữ đệm, tên': 'Nguyễn Bảo Ngọc', 'Ngày sinh': '18/11/2026' },
};

/** Places of a walk in their order; each is reached through the ones before it. */
export const places = [
  'accepted',
  'taken',
  'drafted',
  'confirmed',
  'approved',
  'issued',
  'returned',
] as const;
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
      await house.act(
        ref,
        'return-result',
        { way: 'counter', to: 'Nguyễn Thị Lan' },
        'officer:result-desk@centreA',
      );
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

export interface Part {
  readonly name: string;
  readonly file?: string;
  readonly body: string;
}

/** Sends a page's own multipart form as a browser without script does: its action and token are read from the page. */
export async function sendForm(
  house: House,
  path: string,
  who: Visitor,
  parts: readonly Part[],
): Promise<Response> {
  const page = await house.visit('GET', path, { as: who });
  const action = /<form method="post" enctype="multipart\/form-data" action="([^"]+)"/.exec(page.text)?.[1];
  if (action === undefined) throw new Error(`${path} has no form for files: ${page.status}`);
  const body = new FormData();
  for (const part of parts) {
    if (part.file === undefined) body.append(part.name, part.body);
    else body.append(part.name, new Blob([part.body]), part.file);
  }
  const origin = await originOf(house);
  const cookie = `__Host-mc=${await house.cookieOf(who)}`;
  return fetch(origin + action.replaceAll('&amp;', '&'), {
    method: 'POST',
    body,
    headers: { cookie },
    redirect: 'manual',
  });
}

const origins = new WeakMap<House, Promise<string>>();
function originOf(house: House): Promise<string> {
  const known = origins.get(house) ?? house.listen();
  origins.set(house, known);
  return known;
}
