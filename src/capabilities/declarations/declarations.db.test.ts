import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { CitizenActor } from '#kernel/actor';
import { done, type Outcome } from '#kernel/outcome';
import { scopeOf } from '#platform/context';
import { systemScope } from '#platform/db';
import { aDatabase, aWorkingMorning } from '#test/database';
import { must } from '#test/small-services';
import {
  answerOf,
  askedOfMe,
  declarationOf,
  declare,
  declineToSign,
  endSigning,
  invitationOf,
  invite,
  signedFor,
  signerAnswered,
  signerInvited,
  withdrawInvitation,
} from './index.ts';
import { contentOf, receiver, type Someone, signers } from './testing/builders.ts';

const db = await aDatabase();
const people = await signers(db);
const { clock, small, provider, draft, declared, invited, agreed, begin, sign } = people;
const { signing } = small;
const minute = 60_000;
const day = 86_400_000;

const lan = await people.someone('Nguyễn Thị Lan');
const tam = await people.someone('Trần Văn Tám');
const hoa = await people.someone('Lê Thị Hoa');
const stranger = await people.someone('Phạm Văn Lạ');

const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'done' : outcome.refusal.code);
const submitted = (who: Someone, of: string, bodyHash = 'aa', others = 0) =>
  signedFor(who.ctx, signing, of, { bodyHash, others });
const stateOf = async (who: Someone, of: string) =>
  (await declarationOf(who.ctx, of))?.signers.map(({ name, state }) => [name, state]);
const signerOf = async (who: Someone, of: string, { personalNumber }: Someone): Promise<string> =>
  (await declarationOf(who.ctx, of))?.signers.find((one) => one.personalNumber === personalNumber)?.id ?? '';

beforeEach(() => {
  clock.set(aWorkingMorning);
  small.says = { is: 'good' };
  provider.refuses = undefined;
});

describe('making a draft ready to be signed', () => {
  it('twice the same is the same declaration; the one who files stands in it', async () => {
    const of = await draft(lan);
    const one = await declared(lan, of);
    const two = await declared(lan, of);
    assert.deepEqual(two, one);
    assert.deepEqual(await declarationOf(lan.ctx, of), one);
    assert.deepEqual(await stateOf(lan, of), [['Nguyễn Thị Lan', 'waiting']]);
    assert.equal(one.complete, false);
  });

  it('a draft that says something else has another one, and nothing signed before counts for it', async () => {
    const of = await draft(lan);
    const one = await declared(lan, of, 'aa', 1);
    await invited(lan, one, tam);
    for (const who of [lan, tam]) assert.equal(codeOf(await sign(who, one.id)), 'done');
    assert.equal(codeOf(await submitted(lan, of, 'aa', 1)), 'done');
    clock.set(clock.now() + minute);
    const two = await declared(lan, of, 'bb', 1);
    assert.notEqual(two.id, one.id);
    assert.deepEqual(await stateOf(lan, of), [
      ['Nguyễn Thị Lan', 'waiting'],
      ['Trần Văn Tám', 'waiting'],
    ]);
    assert.equal(codeOf(await submitted(lan, of, 'aa', 1)), 'declaration-changed');
    assert.equal(codeOf(await submitted(lan, of, 'bb', 1)), 'declaration-missing');
    assert.equal(codeOf(await begin(tam, one.id)), 'declaration-changed');
    const asked = (await askedOfMe(tam.ctx)).filter(({ draft_id }) => draft_id === of);
    assert.deepEqual(
      asked.map(({ declaration, outdated }) => [declaration, outdated]),
      [
        [two.id, false],
        [one.id, true],
      ],
    );
  });

  it('what the draft says changed while somebody was at the provider', async () => {
    const of = await draft(lan);
    const brought = await agreed(lan, (await declared(lan, of)).id);
    clock.set(clock.now() + minute);
    await declared(lan, of, 'bb');
    const { from, signed } = await endSigning(lan.ctx, signing, brought);
    assert.deepEqual([from?.draft, codeOf(signed)], [of, 'declaration-changed']);
    assert.deepEqual(await stateOf(lan, of), [['Nguyễn Thị Lan', 'waiting']]);
  });

  it('needs somebody who is known', async () => {
    const of = await draft(lan);
    const guest: CitizenActor = { ...lan.ctx.actor, guest: true };
    const content = contentOf('aa');
    const wish = { draft: of, receiver, content, others: 0 };
    assert.equal(codeOf(await declare({ ...lan.ctx, actor: guest }, wish)), 'sign-needs-identity');
    assert.equal(
      codeOf(await declare({ ...lan.ctx, actor: { kind: 'public' } }, wish)),
      'sign-needs-identity',
    );
    await assert.rejects(declare(stranger.ctx, wish), /foreign key/);
    assert.equal(await declarationOf(lan.ctx, of), undefined);
  });
});

describe('asking others to sign', () => {
  it('who was asked reads this text, signs, and both signatures count', async () => {
    const of = await draft(lan);
    const one = await declared(lan, of, 'aa', 1);
    await invited(lan, one, tam);
    const asked = (await askedOfMe(tam.ctx)).find(({ draft_id }) => draft_id === of);
    assert.deepEqual([asked?.declaration, asked?.content, asked?.outdated], [one.id, contentOf('aa'), false]);
    assert.equal(await declarationOf(tam.ctx, of), undefined, 'the draft stays with the one who files');
    const waiting = await submitted(lan, of, 'aa', 1);
    assert.equal(codeOf(waiting), 'declaration-missing');
    assert.equal(codeOf(await sign(lan, one.id)), 'done');
    const named = await submitted(lan, of, 'aa', 1);
    assert.deepEqual(!named.ok && named.refusal, {
      code: 'declaration-waiting',
      details: { names: 'Trần Văn Tám' },
    });
    assert.equal(codeOf(await sign(tam, one.id)), 'done');
    assert.equal((await declarationOf(lan.ctx, of))?.complete, true);
    const judged = must(await signing.judgeXml(lan.ctx, must(await submitted(lan, of, 'aa', 1))));
    assert.deepEqual(
      judged.signatures.map(({ level, role, certificate }) => [
        level,
        role,
        certificate.subject.parts.commonName,
      ]),
      [
        ['B-LT', 'Người nộp hồ sơ', 'Nguyễn Thị Lan'],
        ['B-LT', 'Người đồng ký', 'Trần Văn Tám'],
      ],
    );
  });

  it('what is typed wrongly is refused at its field', async () => {
    const one = await declared(lan, await draft(lan));
    const wish = { name: 'Trần Văn Tám', personalNumber: tam.personalNumber, email: '' };
    const tried = async (change: Partial<typeof wish>, who = lan) => {
      const asked = await invite(who.ctx, one.id, { ...wish, ...change });
      return asked.ok ? 'done' : [asked.refusal.code, asked.refusal.field];
    };
    assert.deepEqual(await tried({ name: ' T ' }), ['invite-name', 'ten']);
    assert.deepEqual(await tried({ personalNumber: '12345' }), ['invite-number', 'so']);
    assert.deepEqual(await tried({ personalNumber: lan.personalNumber }), ['invite-self', 'so']);
    assert.deepEqual(await tried({ email: 'khong-phai-thu' }), ['invite-email', 'email']);
    assert.deepEqual(await tried({}, stranger), ['declaration-unknown', undefined]);
    const spaced = tam.personalNumber.replace(/(\d{3})/g, '$1 ');
    assert.deepEqual(await tried({ personalNumber: spaced }), 'done');
    assert.deepEqual(await tried({ name: 'Tên Khác' }), ['invite-twice', 'so']);
  });

  it('who gave an address is told, of each new text anew, until there is nothing to sign', async () => {
    const of = await draft(lan);
    const one = await declared(lan, of);
    await invited(lan, one, tam);
    const { name, personalNumber } = hoa;
    must(await invite(lan.ctx, one.id, { name, personalNumber, email: 'hoa@example.vn' }));
    clock.set(clock.now() + minute);
    const two = await declared(lan, of, 'bb');
    const events = await db.sql<{ home_unit: string; payload: Record<string, unknown> }>(
      'select home_unit, payload from outbox.event where topic = $1 and payload->>$2 = any($3) order by at, id',
      [signerInvited, 'declaration', [one.id, two.id]],
    );
    assert.deepEqual(
      events.map(({ home_unit, payload }) => [home_unit, payload['declaration']]),
      [
        [receiver, one.id],
        [receiver, two.id],
      ],
    );
    const tell = (n: number) =>
      db.worker.read(systemScope, (reader) => invitationOf(reader, events[n]?.payload ?? {}));
    assert.deepEqual(await tell(1), {
      name,
      email: 'hoa@example.vn',
      until: clock.now() + 14 * day,
      content: contentOf('bb'),
      declaration: two.id,
    });
    assert.equal(codeOf(await sign(hoa, two.id)), 'done');
    assert.equal(await tell(1), undefined);
    assert.equal(await db.worker.read(systemScope, (reader) => invitationOf(reader, {})), undefined);
  });

  it('ten at most, and nobody for a text that is not the newest', async () => {
    const of = await draft(lan);
    const one = await declared(lan, of);
    const ask = (n: number, id = one.id) =>
      invite(lan.ctx, id, { name: `Người ${n}`, personalNumber: `0890000000${10 + n}`, email: '' });
    for (let n = 0; n < 10; n++) assert.equal(codeOf(await ask(n)), 'done');
    assert.equal(codeOf(await ask(10)), 'invite-many');
    clock.set(clock.now() + minute);
    assert.equal((await declared(lan, of, 'bb')).signers.length, 11);
    assert.equal(codeOf(await ask(11)), 'declaration-unknown');
  });

  it('who says no gives a reason that the one who files reads, and signs no more', async () => {
    const of = await draft(lan);
    const one = await declared(lan, of);
    await invited(lan, one, tam);
    const id = await signerOf(lan, of, tam);
    assert.equal(codeOf(await declineToSign(tam.ctx, id, ' \n ')), 'reason-missing');
    for (const other of [lan, hoa])
      assert.equal(codeOf(await declineToSign(other.ctx, id, 'x')), 'invitation-over');
    assert.equal(codeOf(await declineToSign(lan.ctx, await signerOf(lan, of, lan), 'x')), 'invitation-over');
    const brought = await agreed(tam, one.id);
    assert.equal(codeOf(await declineToSign(tam.ctx, id, 'Tôi không đồng ý')), 'done');
    const said = (await declarationOf(lan.ctx, of))?.signers.find((each) => each.id === id);
    assert.deepEqual([said?.state, said?.reason], ['declined', 'Tôi không đồng ý']);
    assert.equal(codeOf(await begin(tam, one.id)), 'invitation-over');
    assert.equal(codeOf((await endSigning(tam.ctx, signing, brought)).signed), 'invitation-over');
    assert.equal(codeOf(await declineToSign(tam.ctx, id, 'nữa')), 'invitation-over');
    assert.equal(codeOf(await sign(lan, one.id)), 'done');
    assert.equal(codeOf(await submitted(lan, of)), 'declaration-waiting');
    assert.equal(codeOf(await withdrawInvitation(lan.ctx, one.id, id)), 'done');
    assert.equal(codeOf(await submitted(lan, of)), 'done');
  });

  it('whoever asked is told what others answered, and not of the own signature', async () => {
    const of = await draft(lan);
    const one = await declared(lan, of);
    await invited(lan, one, tam);
    await invited(lan, one, hoa);
    assert.equal(codeOf(await sign(lan, one.id)), 'done');
    assert.equal(codeOf(await sign(hoa, one.id)), 'done');
    const id = await signerOf(lan, of, tam);
    assert.equal(codeOf(await declineToSign(tam.ctx, id, 'Tôi không đồng ý')), 'done');
    const events = await db.sql<{ home_unit: string; payload: Record<string, unknown> }>(
      `select home_unit, payload from outbox.event where topic = $1 and subject = $2 order by id`,
      [signerAnswered, one.id],
    );
    assert.deepEqual(
      events.map(({ home_unit }) => home_unit),
      [receiver, receiver],
    );
    const told = await Promise.all(
      events.map(({ payload }) => db.worker.read(systemScope, (reader) => answerOf(reader, payload))),
    );
    assert.ok(told.every((each) => each?.draft === of && each.person !== undefined));
    assert.deepEqual(
      new Map(told.map((each) => [each?.name, [each?.signed, each?.reason]])),
      new Map([
        [hoa.name, [true, '']],
        [tam.name, [false, 'Tôi không đồng ý']],
      ]),
    );
    assert.equal(await db.worker.read(systemScope, (reader) => answerOf(reader, {})), undefined);
  });

  it('a withdrawn invitation shows nothing any more, of earlier texts neither, and may be made again', async () => {
    const of = await draft(lan);
    const one = await declared(lan, of);
    await invited(lan, one, hoa);
    assert.equal(codeOf(await sign(hoa, one.id)), 'done');
    const old = await signerOf(lan, of, hoa);
    clock.set(clock.now() + minute);
    const two = await declared(lan, of, 'bb');
    const id = await signerOf(lan, of, hoa);
    const askedHoa = async () => (await askedOfMe(hoa.ctx)).filter(({ draft_id }) => draft_id === of);
    assert.equal((await askedHoa()).length, 2);
    const brought = await agreed(hoa, two.id);
    for (const other of [hoa, stranger])
      assert.equal(codeOf(await withdrawInvitation(other.ctx, two.id, id)), 'invitation-over');
    assert.equal(codeOf(await withdrawInvitation(lan.ctx, one.id, old)), 'invitation-over', 'it was signed');
    assert.equal(codeOf(await withdrawInvitation(lan.ctx, two.id, id)), 'done');
    assert.deepEqual(await askedHoa(), []);
    for (const text of [one, two]) assert.equal(codeOf(await begin(hoa, text.id)), 'declaration-unknown');
    assert.equal(codeOf((await endSigning(hoa.ctx, signing, brought)).signed), 'consent-unknown');
    assert.deepEqual(await stateOf(lan, of), [['Nguyễn Thị Lan', 'waiting']]);
    await invited(lan, two, hoa);
    assert.equal(codeOf(await sign(hoa, two.id)), 'done');
    assert.equal(
      codeOf(await withdrawInvitation(lan.ctx, two.id, await signerOf(lan, of, hoa))),
      'invitation-over',
    );
  });

  it('fourteen days; then it is late, also for who left in time; the one who files is never late', async () => {
    const of = await draft(lan);
    const one = await declared(lan, of, 'aa', 1);
    await invited(lan, one, tam);
    clock.set(aWorkingMorning + 14 * day - minute);
    const brought = await agreed(tam, one.id);
    clock.set(aWorkingMorning + 14 * day + 1);
    assert.deepEqual(await stateOf(lan, of), [
      ['Nguyễn Thị Lan', 'waiting'],
      ['Trần Văn Tám', 'late'],
    ]);
    assert.equal(codeOf((await endSigning(tam.ctx, signing, brought)).signed), 'invitation-over');
    assert.equal(codeOf(await begin(tam, one.id)), 'invitation-over');
    const id = await signerOf(lan, of, tam);
    assert.equal(codeOf(await declineToSign(tam.ctx, id, 'Muộn rồi')), 'invitation-over');
    assert.equal(codeOf(await sign(lan, one.id)), 'done');
    assert.equal(codeOf(await submitted(lan, of, 'aa', 1)), 'declaration-waiting');
  });
});

describe('at the provider and back', () => {
  it('somebody signs once', async () => {
    const of = await draft(lan);
    const one = await declared(lan, of);
    const [first, second] = [await agreed(lan, one.id), await agreed(lan, one.id)];
    assert.equal(codeOf((await endSigning(lan.ctx, signing, first)).signed), 'done');
    assert.equal(codeOf((await endSigning(lan.ctx, signing, second)).signed), 'signed-already');
    assert.equal(codeOf(await begin(lan, one.id)), 'signed-already');
    const judged = must(await signing.judgeXml(lan.ctx, must(await submitted(lan, of))));
    assert.equal(judged.signatures.length, 1);
  });

  it('a consent is taken once, by whom it was given to, within half an hour', async () => {
    const one = await declared(lan, await draft(lan));
    await invited(lan, one, tam);
    const brought = await agreed(lan, one.id);
    for (const other of [tam, stranger]) {
      const { from, signed } = await endSigning(other.ctx, signing, brought);
      assert.deepEqual([from, codeOf(signed)], [undefined, 'consent-unknown']);
    }
    const guest: CitizenActor = { ...lan.ctx.actor, guest: true };
    const unknown = await endSigning({ ...lan.ctx, actor: guest }, signing, brought);
    assert.equal(codeOf(unknown.signed), 'sign-needs-identity');
    const back = await endSigning(lan.ctx, signing, brought);
    assert.deepEqual(
      [back.from?.declaration, back.from?.applicant, codeOf(back.signed)],
      [one.id, true, 'done'],
    );
    assert.equal(codeOf((await endSigning(lan.ctx, signing, brought)).signed), 'consent-unknown');

    const slow = await agreed(tam, one.id);
    clock.set(clock.now() + 30 * minute + 1);
    const late = await endSigning(tam.ctx, signing, slow);
    assert.deepEqual([late.from?.applicant, codeOf(late.signed)], [false, 'remote-consent-expired']);
    assert.equal(codeOf((await endSigning(tam.ctx, signing, slow)).signed), 'consent-unknown');
  });

  it('who does not agree there has signed nothing and may begin again', async () => {
    const one = await declared(lan, await draft(lan));
    const { state } = await agreed(lan, one.id);
    const no = await endSigning(lan.ctx, signing, { state, error: 'access_denied' });
    assert.equal(codeOf(no.signed), 'remote-consent-refused');
    assert.equal(codeOf(await sign(lan, one.id)), 'done');
  });

  it('who was not asked begins nothing', async () => {
    const one = await declared(lan, await draft(lan));
    assert.equal(codeOf(await begin(stranger, one.id)), 'declaration-unknown');
  });
});

describe('at the same moment', () => {
  /** Before a signature is put, as often as it is, something else happens. */
  const overtaken = (meanwhile: (time: number) => Promise<unknown>): typeof signing => ({
    ...signing,
    remote: {
      ...signing.remote,
      async end(...asked) {
        const ended = await signing.remote.end(...asked);
        if (!ended.ok) return ended;
        let time = 0;
        return done({
          async put(text) {
            await meanwhile(++time);
            return ended.value.put(text);
          },
        });
      },
    },
  });

  it('another signature comes into the text meanwhile: both count', async () => {
    const of = await draft(lan);
    const one = await declared(lan, of, 'aa', 2);
    for (const other of [tam, hoa]) await invited(lan, one, other);
    assert.equal(codeOf(await sign(lan, one.id)), 'done');
    let tried = 0;
    const slow = overtaken(async (time) => {
      tried = time;
      if (time === 1) assert.equal(codeOf(await sign(hoa, one.id)), 'done');
    });
    assert.equal(codeOf(await sign(tam, one.id, slow)), 'done');
    assert.equal(tried, 2);
    const judged = must(await signing.judgeXml(lan.ctx, must(await submitted(lan, of, 'aa', 2))));
    assert.equal(judged.signatures.length, 3);
  });

  it('three come back together: all count', async () => {
    const of = await draft(lan);
    const one = await declared(lan, of, 'aa', 2);
    for (const other of [tam, hoa]) await invited(lan, one, other);
    const back = [];
    for (const who of [lan, tam, hoa]) back.push({ who, brought: await agreed(who, one.id) });
    const ended = await Promise.all(back.map(({ who, brought }) => endSigning(who.ctx, signing, brought)));
    assert.deepEqual(
      ended.map(({ signed }) => codeOf(signed)),
      ['done', 'done', 'done'],
    );
    assert.equal(codeOf(await submitted(lan, of, 'aa', 2)), 'done');
  });

  it('where others are always faster it is told, and nothing is half written', async () => {
    const of = await draft(lan);
    const one = await declared(lan, of);
    const never = overtaken(() =>
      db.sql('update declarations.declaration set version = version + 1 where id = $1', [one.id]),
    );
    assert.equal(codeOf(await sign(lan, one.id, never)), 'busy');
    assert.deepEqual(await stateOf(lan, of), [['Nguyễn Thị Lan', 'waiting']]);
    assert.equal(codeOf(await sign(lan, one.id)), 'done');
  });

  it('an invitation is withdrawn while the signature is put', async () => {
    const of = await draft(lan);
    const one = await declared(lan, of);
    await invited(lan, one, tam);
    const id = await signerOf(lan, of, tam);
    const gone = overtaken(() => withdrawInvitation(lan.ctx, one.id, id));
    assert.equal(codeOf(await sign(tam, one.id, gone)), 'invitation-over');
    assert.equal(codeOf(await sign(lan, one.id)), 'done');
    assert.equal(codeOf(await submitted(lan, of)), 'done');
  });
});

describe('what goes with a submission', () => {
  it('nothing without a declaration, or for somebody else', async () => {
    const of = await draft(lan);
    assert.equal(codeOf(await submitted(lan, of)), 'declaration-missing');
    assert.equal(codeOf(await sign(lan, (await declared(lan, of)).id)), 'done');
    assert.equal(codeOf(await submitted(stranger, of)), 'declaration-missing');
    assert.equal(codeOf(await submitted(lan, of)), 'done');
    assert.equal(codeOf(await submitted(lan, of, 'bb')), 'declaration-changed');
    assert.equal(codeOf(await submitted(lan, of, 'aa', 1)), 'declaration-changed');
  });

  it('as many others as the rule wants must have signed', async () => {
    const of = await draft(lan);
    assert.equal(codeOf(await sign(lan, (await declared(lan, of, 'aa', 1)).id)), 'done');
    assert.equal(codeOf(await submitted(lan, of, 'aa', 1)), 'declaration-waiting');
  });

  const tampered: readonly [string, string][] = [
    [
      'a letter of the signed text',
      `update declarations.declaration set signed = convert_to(replace(convert_from(signed, 'UTF8'), 'Trần Văn Tám', 'Trần Văn Chín'), 'UTF8') where id = $1`,
    ],
    [
      'the words that everybody reads',
      `update declarations.declaration set content = jsonb_set(content, '{to}', '"UBND xã khác"') where id = $1`,
    ],
    [
      'a signature taken out',
      `update declarations.declaration set signed = convert_to(regexp_replace(convert_from(signed, 'UTF8'), '<ds:Signature .*</ds:Signature>', ''), 'UTF8') where id = $1`,
    ],
    [
      'the certificate that signed',
      `update declarations.signer set serial = '0badcafe' where declaration_id = $1`,
    ],
    [
      'somebody who never signed',
      `insert into declarations.signer (person_id, declaration_id, id, applicant, name, personal_number, asked_at, until, signed_at, serial)
       select person_id, declaration_id, gen_random_uuid(), false, 'Trần Văn Tám', '089190000002', asked_at, until, signed_at, serial
       from declarations.signer where declaration_id = $1`,
    ],
    [
      'whose signature it is',
      `update declarations.signer set personal_number = '089190000002' where declaration_id = $1`,
    ],
  ];
  for (const [what, statement] of tampered)
    it(`altered in the database: ${what}`, async () => {
      const of = await draft(lan);
      const one = await declared(lan, of);
      assert.equal(codeOf(await sign(lan, one.id)), 'done');
      assert.equal(codeOf(await submitted(lan, of)), 'done');
      await db.sql(statement, [one.id]);
      assert.equal(codeOf(await submitted(lan, of)), 'declaration-odd');
    });

  it('altered in the database: the fingerprint beside the text', async () => {
    const of = await draft(lan);
    const one = await declared(lan, of);
    assert.equal(codeOf(await sign(lan, one.id)), 'done');
    await db.sql(`update declarations.declaration set body_hash = 'bb' where id = $1`, [one.id]);
    assert.equal(codeOf(await submitted(lan, of, 'bb')), 'declaration-odd');
  });
});

describe('by the policies alone', () => {
  it('a stranger sees nothing and writes nothing', async () => {
    const of = await draft(lan);
    const one = await declared(lan, of);
    await invited(lan, one, tam);
    await begin(lan, one.id);
    const person = lan.ctx.actor.person;
    const signerRow = (owner: string) =>
      `insert into declarations.signer (person_id, declaration_id, id, applicant, name, personal_number, asked_at, until)
       values ('${owner}', '${one.id}', gen_random_uuid(), false, 'Lạ', '${stranger.personalNumber}', now(), now()) returning id`;
    const own = scopeOf(stranger.ctx.actor);
    const scopes = [own, { kind: 'public' }, { kind: 'officer', officer: person, units: [] }] as const;
    for (const scope of scopes) {
      for (const table of ['declaration', 'signer', 'consent'])
        assert.deepEqual(
          await db.tryAs(scope, `select 1 from declarations.${table}`),
          [],
          `${scope.kind} ${table}`,
        );
      for (const statement of [
        'update declarations.signer set signed_at = now() returning id',
        'update declarations.signer set withdrawn_at = now() returning id',
        `update declarations.declaration set signed = '' returning id`,
        'delete from declarations.consent returning state',
      ])
        assert.deepEqual(await db.tryAs(scope, statement), [], `${scope.kind} ${statement}`);
      await assert.rejects(db.tryAs(scope, signerRow(person)), /row-level security/);
    }
    await assert.rejects(db.tryAs(own, signerRow(stranger.ctx.actor.person)), /foreign key/);
    assert.deepEqual(await stateOf(lan, of), [
      ['Nguyễn Thị Lan', 'waiting'],
      ['Trần Văn Tám', 'waiting'],
    ]);
  });

  it('who was asked sees one text and their own line in it', async () => {
    const asked = await people.someone('Võ Thị Mời');
    const [of, other] = [await draft(lan), await draft(lan)];
    const one = await declared(lan, of);
    await invited(lan, await declared(lan, other), tam);
    for (const each of [asked, tam]) await invited(lan, one, each);
    const own = scopeOf(asked.ctx.actor);
    assert.deepEqual(await db.tryAs(own, 'select id from declarations.declaration'), [{ id: one.id }]);
    assert.deepEqual(await db.tryAs(own, 'select name from declarations.signer'), [{ name: 'Võ Thị Mời' }]);
    assert.deepEqual(await db.tryAs(own, 'select 1 from dossiers.draft'), []);
    for (const column of ['personal_number', 'name', 'until', 'applicant'])
      await assert.rejects(
        db.tryAs(own, `update declarations.signer set ${column} = default`),
        /permission denied/,
        column,
      );
    for (const column of ['content', 'body_hash', 'others'])
      await assert.rejects(
        db.tryAs(own, `update declarations.declaration set ${column} = default`),
        /permission denied/,
        column,
      );
  });

  it('who says in the database to have signed has not signed', async () => {
    const of = await draft(lan);
    const one = await declared(lan, of);
    await invited(lan, one, hoa);
    assert.equal(codeOf(await sign(lan, one.id)), 'done');
    const own = scopeOf(hoa.ctx.actor);
    const written = `update declarations.signer set signed_at = now(), serial = '01' where declaration_id = '${one.id}' returning id`;
    assert.equal((await db.tryAs(own, written)).length, 1);
    assert.equal(codeOf(await submitted(lan, of)), 'declaration-odd');
  });
});
