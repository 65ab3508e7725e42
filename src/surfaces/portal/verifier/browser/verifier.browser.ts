/**
 * The verifier that a province hands to a bank or a school as one file: it judges what is chosen, dropped or pasted, with what
 * stands in it, and asks nobody.
 */
import './nothing-compiled.ts';
import { given } from './given.ts';
import { type Beside, judgeFile, type Kind, kindOf } from './judge-file.ts';
import { card } from './show.ts';
import { moment, refusedVerdict } from './verdict.ts';

interface Looked {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const find = <T extends HTMLElement>(id: string): T => document.querySelector<T>(`#${id}`) as T;
const believed = given.parse(JSON.parse(find('tin').textContent));
const [list, said, drop] = [find<HTMLUListElement>('ket-qua'), find('noi'), find('tha')];
const [files, pasted] = [find<HTMLInputElement>('tep'), find<HTMLTextAreaElement>('dan')];
const [audience, nonce] = [find<HTMLInputElement>('nguoi-hoi'), find<HTMLInputElement>('so-hoi')];
let looked: readonly Looked[] = [];
let round = 0;

function question(): Beside {
  const kinds = looked.map(({ bytes }) => kindOf(bytes));
  const texts = (wanted: Kind) => kinds.filter(({ kind }) => kind === wanted).map(({ text }) => text);
  const asked = { audience: audience.value.trim(), nonce: nonce.value.trim() };
  const expects = asked.audience !== '' || asked.nonce !== '';
  return {
    at: Date.now(),
    lists: texts('status-list'),
    keys: texts('keys'),
    ...(expects && { expected: asked }),
  };
}

/** Everything anew: a status list that came later speaks about what came before. */
async function show(): Promise<void> {
  const mine = ++round;
  const asked = question();
  const cards = await Promise.all(
    looked.map(async ({ name, bytes }) => {
      // Whatever goes wrong inside is no reason to believe a file.
      const verdict = await judgeFile(bytes, believed, asked).catch(() =>
        refusedVerdict({ code: 'file-unknown' }),
      );
      return card(name, verdict);
    }),
  );
  if (mine !== round) return;
  list.replaceChildren(...cards);
  find('xong').hidden = cards.length === 0;
  find('luc').textContent = moment(asked.at);
  said.textContent = cards.map((each) => each.querySelector('h3')?.firstChild?.textContent ?? '').join('. ');
}

async function take(chosen: readonly File[]): Promise<void> {
  const read = await Promise.all(
    chosen.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  looked = [...read, ...looked];
  await show();
  find('xong').scrollIntoView({ block: 'start' });
}

files.addEventListener('change', () => {
  void take([...(files.files ?? [])]);
  files.value = '';
});
find('dan-xem').addEventListener('click', () => {
  if (pasted.value.trim() === '') return pasted.focus();
  void take([new File([pasted.value.trim()], 'Đoạn chữ đã dán / Pasted text')]);
  pasted.value = '';
});
for (const field of [audience, nonce]) field.addEventListener('change', () => void show());
find('in').addEventListener('click', () => window.print());
find('bo').addEventListener('click', () => {
  looked = [];
  void show();
});
document.addEventListener('dragover', (event) => {
  event.preventDefault();
  drop.dataset['over'] = '';
});
document.addEventListener('dragleave', () => delete drop.dataset['over']);
document.addEventListener('drop', (event) => {
  event.preventDefault();
  delete drop.dataset['over'];
  void take([...(event.dataTransfer?.files ?? [])]);
});
document.documentElement.dataset['ready'] = '';
