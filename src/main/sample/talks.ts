import { openFees, writeMessage, writeNote } from '#capabilities/dossiers';
import type { OfficerActor } from '#kernel/actor';
import { uuidv7 } from '#kernel/ids';
import { atTheTill } from './shifts.ts';
import { reasonFor } from './story-words.ts';
import type { Teller } from './teller.ts';

/** Names one paper that is not good enough, and when it is wanted by. */
export async function askSupplement(teller: Teller, officer: OfficerActor, days: number): Promise<void> {
  const { chance, definition } = teller.plan;
  teller.spend(8);
  const papers = definition.documents.filter(
    (each) => each.group === 'submit' && each.alternativeOf === undefined,
  );
  const paper = papers.length > 0 ? chance.pick(papers) : undefined;
  const reason = reasonFor(chance, 'supplement');
  await teller.act(officer, 'ask-supplement', {
    papers: [{ demand: paper?.id ?? 'khac', title: paper?.name.vi ?? 'Giấy tờ kèm theo', reason }],
    reason,
    days,
  });
}

/** The person sends the paper anew. */
export async function sendSupplement(teller: Teller, after: number): Promise<void> {
  const { chance } = teller.plan;
  const { state, ref } = teller;
  teller.spend(after);
  const file = chance.pick(teller.set.papers);
  const paper = state.supplement?.papers[0];
  const id = uuidv7(teller.clock.now());
  const document = {
    home_unit: ref.homeUnit,
    dossier_id: ref.id,
    id,
    demand: paper?.demand ?? 'khac',
    title: paper?.title ?? 'Giấy tờ kèm theo',
    sha256: file.sha256,
    file_name: file.name,
    size: file.size,
    kind: file.kind,
    source: 'upload',
    originals: 0,
    copies: 1,
    seq: state.seq + 1,
    added_at: new Date(teller.clock.now()).toISOString(),
    note: '',
  };
  const note = reasonFor(chance, 'supplement-note');
  await teller.act(
    teller.citizen,
    'send-supplement',
    { documents: [id], note },
    { extra: { documents: [document] } },
  );
}

/** Whatever is owed is paid at the desk of the receiving centre, with a receipt. */
export async function settleFees(teller: Teller): Promise<void> {
  const owed = openFees(teller.state);
  if (owed.length === 0) return;
  const { chance, index } = teller.plan;
  teller.spend(chance.between(2, 12));
  const cashier = await teller.at('receiver', 'fee-desk');
  await atTheTill(teller, cashier);
  const receipt = `BL-${String(100_000 + index)}`;
  await teller.act(cashier, 'take-fee', { fees: owed.map((fee) => fee.id), receipt });
}

/** A question and its answer, or a note among officers. */
export async function talk(teller: Teller): Promise<void> {
  const { chance } = teller.plan;
  const { ref } = teller;
  teller.spend(5);
  const officer = await teller.at('receiver', 'one-stop-officer');
  if (chance.percent(35)) {
    await writeNote(teller.ctx(officer), ref, teller.state.receiver, reasonFor(chance, 'note'));
    return;
  }
  await writeMessage(teller.ctx(teller.citizen), ref, null, reasonFor(chance, 'question'), []);
  teller.spend(chance.between(5, 40));
  await writeMessage(teller.ctx(officer), ref, teller.state.receiver, reasonFor(chance, 'answer'), []);
}
