import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { judgeBundle, judgeCarried, logFindings, logHealth, proveRow } from '#capabilities/public-log';
import { publicActor, systemActor } from '#kernel/actor';
import { carriedProof, carryProof } from '#platform/carried-proof';
import { cosign, makeKey, readSigner } from '#platform/tlog';
import { aCtx } from '#test/database';
import { officersOfHouse, type Visitor } from '#test/pages';
import { walkTo } from '../../src/surfaces/portal/testing/walk.ts';
import { aHouseLog } from './support/house-log.ts';
import { row } from './support/row.ts';
import { entryOf, type Lie, secondHistory } from './support/second-history.ts';
import { chance, times } from './support/seed.ts';
import { aWholeHouse } from './support/whole-house.ts';

const { house } = await aWholeHouse();
const log = await aHouseLog(house);
const web = () => aCtx(house.db.web, publicActor, house.clock);
const worker = () => aCtx(house.db.worker, systemActor('faults'), house.clock);

/** Kinds and keys that the monitor named since, with the index of their leaves. */
async function named(before: readonly string[] = []): Promise<string[]> {
  const all = (await logFindings(web())).map(
    ({ kind, source, key, index }) => `${kind} ${source} ${key} ${index}`,
  );
  return all.filter((each) => !before.includes(each)).sort();
}
const indexOf = async (source: string, key: string): Promise<string> => {
  const [leaf] = await house.db.sql<{ index: string }>(
    'select index from public_log.leaf where source = $1 and row_key = $2',
    [source, key],
  );
  assert.ok(leaf, `${source} ${key} is a leaf`);
  return leaf.index;
};

row(
  'S11',
  'an act, a decision and an entry of the journal, edited, deleted or slipped in by a superuser, are named with their line',
  { small: 60, full: 300 },
  async () => {
    const luck = chance('S11');
    const rounds = times(2, 25);
    for (let n = 0; n < rounds; n++) {
      const filed = await house.aDossier({ seed: n });
      await walkTo(house, filed, 'issued');
      await log.grows();
      await log.monitorLooks();
      const before = await named();
      const about = `${filed.homeUnit}/${filed.id}`;
      const acts = await house.db.sql<{ seq: number }>(
        'select seq from dossiers.act where dossier_id = $1 order by seq',
        [filed.id],
      );
      const { seq } = luck.pick(acts);
      const changes = [
        `payload = payload || '{"note":"x"}'`,
        `at = at - interval '1 day'`,
        `actor_name = 'Người khác'`,
        `actor_id = gen_random_uuid()`,
      ];
      await house.db.sql(`update dossiers.act set ${luck.pick(changes)} where dossier_id = $1 and seq = $2`, [
        filed.id,
        seq,
      ]);
      const [result] = await house.db.sql<{ id: string }>(
        'delete from results.result where dossier_id = $1 returning id',
        [filed.id],
      );
      const entries = await house.db.sql<{ id: string; at: string }>(
        `select e.id from audit.entry e join public_log.leaf l on l.source = 'journal' and l.row_key = e.id::text
         where e.action <> 'nothing.done' order by e.id`,
      );
      const [gone, edited, like] = luck.shuffle(entries);
      await house.db.sql('delete from audit.entry where id = $1', [gone?.id]);
      await house.db.sql(`update audit.entry set action = 'nothing.done' where id = $1`, [edited?.id]);
      const invented = randomUUID();
      await house.db.sql(
        `insert into audit.entry (id, at, actor_kind, action, subject, xact)
         select $1, at, actor_kind, action, subject, xact from audit.entry where id = $2`,
        [invented, like?.id],
      );
      const began = house.clock.now();
      const expected = [
        `edited act ${about}/${seq} ${await indexOf('act', `${about}/${seq}`)}`,
        `deleted result ${about}/${result?.id} ${await indexOf('result', `${about}/${result?.id}`)}`,
        `deleted journal ${gone?.id} ${await indexOf('journal', gone?.id ?? '')}`,
        `edited journal ${edited?.id} ${await indexOf('journal', edited?.id ?? '')}`,
        `invented journal ${invented} null`,
      ].sort();
      // The log grows on meanwhile, and the monitor comes round as it does.
      await log.grows(20);
      await log.monitorLooks();
      assert.deepEqual(await named(before), expected);
      assert.ok(house.clock.now() - began <= 60_000);
      assert.ok((await logHealth(web())).namedWithin <= 60, 'named within a minute');
    }
    const page = await house.visit('GET', '/nhat-ky');
    assert.match(page.text, /Có dữ liệu không khớp nhật ký/);
    assert.ok(await judgesStill(), 'what was not touched is still proven');
  },
);

async function judgesStill(): Promise<boolean> {
  const filed = await house.aDossier({ seed: 500 });
  await log.grows();
  const key = `${filed.homeUnit}/${filed.id}/1`;
  const proved = await proveRow(worker(), { source: 'act', key, witnesses: 2 });
  return proved.ok && judgeBundle(JSON.stringify(proved.value), log.policy).ok;
}

/** What a thief puts below a checkpoint in place of the witnesses. */
const masks: Readonly<Record<string, (note: string, real: string) => string>> = {
  nothing: () => '',
  'lines of the true log': (_, real) => real,
  'one witness twice': (_, real) => (real.split(/(?<=\n)/)[0] ?? '').repeat(2),
  'witnesses of the same names': (note) =>
    log.policy.witnesses.map(({ name }) => signedBy(makeKey(name, 4).secret, note)).join(''),
  'its own witnesses': (note) =>
    ['a.evil.example', 'b.evil.example'].map((name) => signedBy(makeKey(name, 4).secret, note)).join(''),
  'names and numbers of the witnesses, signed by another': (note) =>
    log.policy.witnesses
      .map(({ name, id }) => {
        const [mark, , text = ''] = signedBy(makeKey(name, 4).secret, note).trimEnd().split(' ');
        const bytes = Buffer.concat([id, Buffer.from(text, 'base64').subarray(4)]);
        return `${mark} ${name} ${bytes.toString('base64')}\n`;
      })
      .join(''),
};
function signedBy(secret: string, note: string): string {
  const signer = readSigner(secret);
  assert.ok(signer);
  return cosign(note.slice(0, note.lastIndexOf('\n\n') + 1), signer, Math.floor(house.clock.now() / 1000));
}

row(
  'S12',
  'the key of the log is stolen and a second history is shown to another visitor: refused by all',
  { small: 60, full: 300 },
  async () => {
    const luck = chance('S12');
    const victim = await house.aDossier({ seed: 600 });
    await log.grows();
    const about = `${victim.homeUnit}/${victim.id}`;
    const proved = await proveRow(worker(), { source: 'act', key: `${about}/1`, witnesses: 2 });
    assert.ok(proved.ok);
    assert.ok(judgeBundle(JSON.stringify(proved.value), log.policy).ok, 'the true proof is believed');
    const real = proved.value.proof.slice(proved.value.proof.lastIndexOf('\n\n') + 2);
    const witnessLines = real
      .split(/(?<=\n)/)
      .filter((each) => each.startsWith('— ') && !each.includes(log.origin));
    assert.equal(witnessLines.length, 2);
    const entries = await log.entries();
    const own = entryOf({ ...proved.value, salt: Buffer.from(proved.value.salt, 'base64') });
    const at = entries.indexOf(own);
    assert.ok(at >= 0, 'the entry that is proven stands in the public tiles');

    const tries = times(60, 2000);
    for (let n = 0; n < tries; n++) {
      const lie: Lie = {
        source: luck.pick(['act', 'result', 'money', 'journal']),
        content: proved.value.content.replace('submitted', luck.pick(['withdrawn', 'accepted', 'returned'])),
        salt: randomBytes(16),
      };
      const how = luck.pick(['rewritten', 'shorter', 'longer', 'moved'] as const);
      const told = [...entries];
      if (how === 'moved') told.splice(luck.whole(0, at), 0, ...told.splice(at, 1, entryOf(lie)));
      else told[at] = entryOf(lie);
      if (how === 'shorter') told.splice(at === 0 ? 1 : luck.pick([0, (at + 1) % told.length]), 1);
      if (how === 'longer') told.push(...told.slice(0, luck.whole(1, 300)));
      const second = secondHistory(told, log);
      assert.ok(judgeBundle(second.proofOf(lie), { ...log.policy, least: 0 }).ok, 'the lie is well made');
      for (const [mask, lines] of Object.entries(masks)) {
        const below = lines(second.checkpoint, witnessLines.join(''));
        const judged = judgeBundle(second.proofOf(lie, below), log.policy);
        assert.equal(judged.ok ? 'believed' : judged.refusal.code, 'witnesses-missing', `${how}, ${mask}`);
      }
      for (const { by, seen } of log.witnesses) {
        const old = luck.pick([seen.last(log.origin)?.size ?? 0, 0, second.size]);
        const said = await by.add(second.askedFrom(Math.min(old, second.size)));
        assert.ok(said.ok && [409, 422].includes(said.value.status), `${how} signed by a witness`);
      }
    }

    // Served from the province's own address in place of the true one, the tree itself tells.
    const before = await named();
    const lie = { source: 'act', content: '["x"]', salt: randomBytes(16) };
    const second = secondHistory([...entries.slice(0, -1), entryOf(lie)], log);
    await house.db.sql('delete from public_log.cosignature where size = $1', [second.size]);
    await house.db.sql('update public_log.checkpoint set note = $2, root = $3 where size = $1', [
      second.size,
      second.checkpoint,
      second.root,
    ]);
    house.clock.set(house.clock.now() + 20_000);
    await log.monitorLooks();
    assert.deepEqual(await named(before), [`tree tree checkpoint ${second.size} ${second.size}`]);
    const shown = (await house.visit('GET', '/nhat-ky/checkpoint')).text;
    assert.equal(shown, second.checkpoint, 'it is what another visitor gets, and no witness has signed it');
  },
);

row(
  'S8',
  'a paper with its own proof is known offline; forged, cut, lengthened and re-pasted it is not',
  { small: 60, full: 300 },
  async () => {
    const luck = chance('S8');
    const papers: Buffer[] = [];
    for (let n = 0; n < 3; n++) {
      // Without a fee, so that the result is handed over.
      const filed = await house.aDossier();
      await walkTo(house, filed, 'returned');
      for (const name of ['giay-tiep-nhan', 'ket-qua']) {
        const path = `/cua-toi/ho-so/${filed.code}/giay/${name}`;
        await house.visit('GET', path, { as: 'citizen1' });
        await log.grows();
        papers.push((await house.visit('GET', path, { as: 'citizen1' })).bytes);
      }
    }
    for (const paper of papers) assert.ok(judgeCarried(paper, log.policy).ok);
    const parts = papers.map((paper) => {
      const carried = carriedProof(paper);
      assert.ok(carried);
      return {
        plain: paper.subarray(0, carried.octets),
        block: paper.subarray(carried.octets),
        text: carried.text,
      };
    });
    const forgeries: Readonly<Record<string, () => Uint8Array>> = {
      'a byte of the paper': () =>
        turned(luck.pick(papers), (_, { plain }) => luck.whole(0, plain.length - 1)),
      'a byte of the proof': () =>
        turned(luck.pick(papers), (paper, { plain }) => luck.whole(plain.length, paper.length - 1)),
      cut: () => {
        const paper = luck.pick(papers);
        return paper.subarray(0, luck.whole(0, paper.length - 1));
      },
      lengthened: () => Buffer.concat([luck.pick(papers), randomBytes(luck.whole(1, 40))]),
      're-pasted': () => {
        const [a, b] = luck.shuffle(parts);
        assert.ok(a && b);
        if (luck.whole(0, 1) === 0) return Buffer.concat([a.plain, b.block]);
        const made = carryProof(a.plain, b.text);
        assert.ok(made.ok);
        return made.value;
      },
      'other words in the proof': () => {
        const [a, b] = luck.shuffle(parts);
        assert.ok(a && b);
        const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
        const made = carryProof(b.plain, a.text.replaceAll(hash(a.plain), hash(b.plain)));
        assert.ok(made.ok);
        return made.value;
      },
    };
    function turned(paper: Buffer, where: (paper: Buffer, part: (typeof parts)[number]) => number): Buffer {
      const part = parts[papers.indexOf(paper)];
      assert.ok(part);
      const copy = Buffer.from(paper);
      const at = where(paper, part);
      copy[at] = (copy[at] ?? 0) ^ (1 << luck.whole(0, 7));
      return copy;
    }
    for (let n = 0; n < times(300, 10_000); n++) {
      const [how, forge] = luck.pick(Object.entries(forgeries));
      const judged = judgeCarried(forge(), log.policy);
      assert.equal(judged.ok, false, `${how}: ${judged.ok && judged.value.content}`);
    }
  },
);

const lookers: readonly Visitor[] = [
  'officer:one-stop-officer@centreA',
  'officer:specialist@committeeA',
  'officer:unit-leader@committeeA',
  'officer:clerk@committeeA',
  'officer:centre-manager@centreA',
];

row(
  'S13',
  'each officer who reads the papers of a citizen stands on the citizen’s page, and in the log',
  { small: 40, full: 200 },
  async () => {
    const luck = chance('S13');
    for (let n = 0; n < times(3, 60); n++) {
      const filed = await house.aDossier({ seed: 700 + n });
      await walkTo(house, filed, 'taken');
      const looked: Visitor[] = [];
      for (const who of luck.shuffle(lookers)) {
        const page = await house.visit('GET', `/mot-cua/ho-so/${filed.code}`, { as: who });
        if (page.status === 200) looked.push(who);
        else assert.ok([403, 404].includes(page.status), `${who}: ${page.status}`);
      }
      assert.ok(looked.length >= 3, looked.join());
      // With the very next page, not after a while.
      const mine = await house.visit('GET', `/cua-toi/ho-so/${filed.code}/ai-da-xem`, { as: 'citizen1' });
      for (const who of looked) assert.ok(mine.text.includes(officersOfHouse.get(who)?.name ?? who), who);
      await log.grows();
      const readings = await house.db.sql<{ id: string }>(
        'select id from dossiers.reading where dossier_id = $1',
        [filed.id],
      );
      assert.equal(readings.length, looked.length);
      for (const { id } of readings) await indexOf('reading', `${filed.homeUnit}/${filed.id}/${id}`);
    }
  },
);
