import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aReading, sampleCodes, sampleDefinition, sampleDefinitions } from '#builders/forms';
import {
  type Condition,
  certifiedBy,
  checkAnswers,
  checkDefinition,
  competentCommune,
  eligibility,
  feesOwed,
  holds,
  missingDocuments,
  nextPage,
  type ProcedureDefinition,
  prefill,
  reachableAnswers,
  reachablePages,
  requiredDocuments,
  resultsFor,
  timeFor,
  totalOwed,
} from './index.ts';

const today = '2026-11-25';
const ids = (list: readonly { readonly id: string }[]) => list.map((each) => each.id);
const altered = (code: string, change: (json: ProcedureDefinition & Record<string, never>) => void) => {
  const json = structuredClone(sampleDefinition(code)) as ProcedureDefinition & Record<string, never>;
  change(json);
  return checkDefinition(json)
    .map((problem) => problem.message)
    .join('\n');
};

test('conditions: absent answers are false, dates compare as far as known, ages and days ask today', () => {
  const answers = {
    n: 3,
    d: '2026-11',
    list: ['a', 'b'],
    at: { province: '91', commune: '30316', detail: 'x' },
    yes: false,
  };
  const facts = { today, channel: 'online' };
  const cases: readonly (readonly [Condition, boolean])[] = [
    [{ q: 'n', is: 3 }, true],
    [{ q: 'none', is: 3 }, false],
    [{ not: { q: 'none', is: 3 } }, true],
    [{ q: 'list', is: 'b' }, true],
    [{ q: 'list', in: ['x', 'a'] }, true],
    [{ q: 'yes', is: false }, true],
    [{ q: 'at.commune', is: '30316' }, true],
    [{ q: 'toString', answered: true }, false],
    [{ q: 'n', gt: 2, lte: 3 }, true],
    [{ q: 'n', gt: { q: 'none' } }, false],
    [{ q: 'd', lt: '2026-11-30' }, false],
    [{ q: 'd', gte: '2026-10-30' }, true],
    [{ q: 'd', days: { lte: 24 } }, true],
    [{ q: 'd', days: { lt: 24 } }, false],
    [{ q: 'd', age: { gte: 0 } }, false],
    [{ fact: 'channel', in: ['direct', 'online'] }, true],
    [
      {
        all: [
          { q: 'n', is: 3 },
          {
            any: [
              { q: 'n', is: 4 },
              { fact: 'channel', is: 'online' },
            ],
          },
        ],
      },
      true,
    ],
  ];
  for (const [condition, expected] of cases)
    assert.equal(holds(condition, answers, facts), expected, JSON.stringify(condition));
  assert.equal(holds({ q: 'd', days: { lte: 24 } }, answers), false, 'without today nothing is measured');
});

test('an answer left behind by a change of mind opens nothing and is not submitted', () => {
  const { form } = sampleDefinition('1.001193');
  const answers = {
    nycQuanHe: 'me',
    nksLoaiKhaiSinh: 'thong-thuong',
    chaHoTen: 'Trần Văn Đức',
    meHoTen: 'Lê Thị Ánh',
  };
  assert.equal(nextPage(form, 'me-cu-tru', answers)?.id, 'cha');
  const changed = { ...answers, nksLoaiKhaiSinh: 'chua-xac-dinh-cha' };
  assert.equal(nextPage(form, 'me-cu-tru', changed)?.id, 'noi-dang-ky');
  assert.deepEqual(Object.keys(reachableAnswers(form, changed)), ['nycQuanHe', 'nksLoaiKhaiSinh', 'meHoTen']);
});

test('the birth form is short enough for a phone, and no page asks more than five things', () => {
  // Six where two of them exclude one another.
  for (const definition of sampleDefinitions())
    for (const page of definition.form.pages)
      assert.ok(page.questions.length <= 6, `${definition.code} ${page.id}`);
  assert.ok(sampleDefinition('1.001193').form.pages.length <= 12);
  assert.equal(reachablePages(sampleDefinition('1.001193').form, { nksLoaiKhaiSinh: 'bo-roi' }).length, 7);
});

test('what is known fills in for the one it belongs to, and never over an answer', () => {
  const { form } = sampleDefinition('1.001193');
  const known = { 'person.name': 'Lê Thị Ánh', 'person.personalNumber': '089190001234' };
  const filled = prefill(form, known, { nycQuanHe: 'me', nycHoTen: 'Lê Ánh' });
  assert.equal(filled.answers['meHoTen'], 'Lê Thị Ánh');
  assert.equal(filled.answers['nycHoTen'], 'Lê Ánh');
  assert.equal(filled.answers['chaHoTen'], undefined);
  assert.equal(filled.from['meHoTen'], 'person.name');
  assert.equal(filled.answers['chaQuocTich'], 'VN', 'as nearly everybody answers');
  assert.equal(filled.from['chaQuocTich'], 'usual');
  assert.equal(prefill(form, known, { chaQuocTich: 'LA' }).answers['chaQuocTich'], 'LA');
  assert.equal(
    prefill(form, { 'person.nationality': 'KH' }, { nycQuanHe: 'me' }).answers['meQuocTich'],
    'KH',
    'what we hold goes before the usual',
  );
});

test('documents: what a register answered for is not asked, alternatives stand beside, channels differ', () => {
  const permit = sampleDefinition('1.013225');
  const answers = {
    case: 'nha-o',
    loaiChuDauTu: 'ca-nhan',
    coLienKe: true,
    canPCCC: false,
    canThamTra: false,
  };
  const demands = requiredDocuments(permit, answers, { channel: 'online', representing: 'self' });
  assert.deepEqual(ids(demands), ['gcn-qsdd', 'ban-ve', 'lien-ke']);
  assert.equal(demands[0]?.alternatives.length, 4);
  assert.deepEqual(ids(missingDocuments(demands, ['gcn-nha-dat', 'ban-ve'])), ['lien-ke']);
  const withLand = requiredDocuments(permit, answers, { channel: 'direct', registers: ['land'] });
  assert.equal(withLand[0]?.id, 'don');
  assert.deepEqual([withLand[1]?.required, withLand[1]?.replacedBy], [false, 'land']);
  const church = ids(
    requiredDocuments(permit, { case: 'ton-giao', thuocDiTich: true }, { channel: 'online' }),
  );
  assert.ok(
    church.includes('chap-thuan-ton-giao') && church.includes('di-tich') && !church.includes('lien-ke'),
  );
});

test('fees: channel, count, exemption, free units, whole đồng', () => {
  const residence = sampleDefinition('1.004222');
  const owed = (channel: string, extra = {}) =>
    totalOwed(feesOwed(residence, { ...extra }, { channel, today }));
  assert.deepEqual(
    [owed('online'), owed('direct'), owed('direct', { doiTuongMienPhi: 'ho-ngheo' })],
    [10000, 20000, 0],
  );
  const death = sampleDefinition('1.000656');
  const onTime = feesOwed(death, { nktNgayChet: '2026-11-10', capBanSao: true, soLuongBanSao: 3 }, { today });
  assert.deepEqual(
    onTime.map((line) => [line.kind, line.amount, line.exemption?.id]),
    [
      ['le-phi', 0, 'dung-han'],
      ['phi', 24000, undefined],
    ],
  );
  assert.equal(totalOwed(feesOwed(death, { nktNgayChet: '2026-11-09' }, { today })), 8000);
  const granted = feesOwed(death, { nktNgayChet: '2020' }, { today, exemptions: ['khuyet-tat'] });
  assert.equal(granted[0]?.exemption?.id, 'khuyet-tat');
  const record = sampleDefinition('3.000333');
  assert.equal(totalOwed(feesOwed(record, { nycDoiTuongNopPhi: 'sinh-vien', soLuongCap: 4 })), 110000);
  const shop = sampleDefinition('1.001612');
  assert.deepEqual(
    ['online', 'post', 'direct'].map((channel) => totalOwed(feesOwed(shop, {}, { channel }))),
    [150000, 150000, 50000],
  );
});

test('times: channel, case, condition; none where the record names none', () => {
  const time = (code: string, channel: 'online' | 'direct' | 'post', chosen?: string, answers = {}) => {
    const found = timeFor(sampleDefinition(code), channel, chosen, answers);
    return found && `${found.value} ${found.unit}${found.sameDay ? ' same day' : ''}`;
  };
  assert.equal(time('1.001193', 'online'), '1 working_day same day');
  assert.equal(time('1.000894', 'online', undefined, { voYeuCauXNTTHN: true }), '4 working_day');
  assert.equal(time('1.004859', 'direct', 'cai-chinh'), '3 working_day');
  assert.equal(time('1.004859', 'direct', 'bo-sung'), '1 working_day same day');
  assert.equal(time('1.013225', 'post', 'nha-o'), '20 day');
  assert.equal(time('1.013225', 'direct', 'nha-o'), '15 day');
  assert.equal(time('1.004222', 'post'), undefined);
});

test('a paper that says what it states says enough; who files and how to reach them is no part of it', () => {
  for (const definition of sampleDefinitions()) {
    const certified = certifiedBy(definition, definition.result) ?? [];
    assert.ok(certified.length === 0 || certified.length >= 5, definition.code);
    const questions = definition.form.pages.flatMap((page) => page.questions);
    for (const id of certified) {
      const type = questions.find((question) => question.id === id)?.type;
      assert.ok(type !== 'phone' && type !== 'email', `${definition.code} ${id}`);
    }
  }
  const birth = certifiedBy(sampleDefinition('1.001193'), undefined) ?? [];
  assert.deepEqual(
    birth.filter((id) => id.startsWith('nyc')),
    [],
  );
  const record = sampleDefinition('3.000333');
  const [second] = resultsFor(record, 'grant', { loaiPhieu: '2' });
  assert.equal(second?.code, 'KQ.G01.000199');
  assert.deepEqual(certifiedBy(record, second), record.result.certifies, 'silent: as the procedure’s own');
  const own = { ...record.result, certifies: ['nycHoTen'] };
  assert.deepEqual(certifiedBy(record, own), ['nycHoTen']);
  const { certifies: _, ...silent } = record.result;
  assert.equal(certifiedBy({ result: silent }, undefined), undefined);
});

test('a paper cannot state what the form does not ask, a promise, or one answer twice', () => {
  const naming = (...certifies: readonly string[]) =>
    altered('1.001193', (json) => Object.assign(json.result, { certifies }));
  assert.equal(naming('nksHoTen', 'meHoTen'), '');
  assert.match(naming('nksHoTen', 'khongCo'), /unknown question khongCo/);
  assert.match(naming('camDoan'), /states nothing/);
  assert.match(naming('nksHoTen', 'nksHoTen'), /twice/);
  assert.notEqual(naming(), '', 'an empty list says nothing');
});

test('results, competence and eligibility come from the content', () => {
  const record = sampleDefinition('3.000333');
  const codes = (loaiPhieu: string) =>
    resultsFor(record, 'grant', { loaiPhieu }).map((result) => result.code);
  assert.deepEqual([codes('1'), codes('2')], [['KQ.G01.000200'], ['KQ.G01.000199']]);
  const place = { province: '91', commune: '30325', detail: 'Ấp 1' };
  assert.equal(competentCommune(sampleDefinition('1.001612'), { truSo: place }), '30325');
  assert.equal(competentCommune(sampleDefinition('1.001193'), { noiDangKy: '30316' }), '30316');
  assert.equal(competentCommune(record, {}), undefined);
  const marriage = sampleDefinition('1.000894');
  const replies = { 'du-tuoi': 'yes', 'tu-nguyen': 'yes', 'dang-co-vo-chong': 'no', 'than-thich': 'no' };
  assert.equal(eligibility(marriage, replies).verdict, 'eligible');
  assert.equal(eligibility(marriage, { ...replies, 'du-tuoi': 'no' }).verdict, 'not-eligible');
  assert.equal(eligibility(marriage, {}).verdict, 'unknown');
  const late = { 'nguoi-di-dang-ky': 'yes', 'trong-60-ngay': 'no', 'da-khai-sinh': 'no' };
  assert.equal(
    eligibility(sampleDefinition('1.001193'), late).verdict,
    'eligible',
    'late registration is allowed',
  );
});

test('a bridegroom of 19 is refused with the law’s words', () => {
  const { form } = sampleDefinition('1.000894');
  const answers = { nycLa: 'chong', chongHoTen: 'Lê An', chongNgaySinh: '2006-11-26', chongQuocTich: 'US' };
  const found = checkAnswers(form, answers, aReading(today)).find((page) => page.page === 'chong-than-nhan');
  assert.deepEqual(
    found?.errors.map((error) => error.message.vi),
    ['Bên nam phải đủ 20 tuổi mới được kết hôn.'],
  );
});

test('all definitions are right; faults are named', () => {
  assert.ok(sampleCodes().length >= 13);
  const code = '1.001193';
  assert.match(
    altered(code, (json) => Object.assign(json, { fee: [] })),
    /fee/,
  );
  assert.match(
    altered(code, (json) => Object.assign(json.form.pages[0] ?? {}, { if: { q: 'camDoan', is: true } })),
    /looks at camDoan, which is not asked before/,
  );
  assert.match(
    altered(code, (json) => Object.assign(json.documents[1] ?? {}, { alternativeOf: 'nothing' })),
    /unknown document nothing/,
  );
  assert.match(
    altered(code, (json) => Object.assign(json.competence, { by: 'khongCo' })),
    /unknown question khongCo/,
  );
  const first = { id: 'maHoa', type: 'text', label: { vi: 'a', en: 'b' }, required: true };
  for (const [bad, message] of [
    [{ ...first, pattern: '(?=a)b', patternHint: first.label }, /linear time/],
    [{ ...first, pattern: '[', patternHint: first.label }, /no regular expression/],
    [{ ...first, type: 'choice' }, /options/],
    [{ ...first, type: 'choice', optionsFrom: 'planets' }, /unknown list planets/],
    [{ ...first, id: 'nksHoTen' }, /asked twice/],
    [{ ...first, type: 'group', items: [first] }, /max of rows/],
    [{ ...first, label: { vi: 'a' } }, /./],
  ] as const)
    assert.match(
      altered(code, (json) =>
        Object.assign(json.form.pages[0] ?? {}, {
          questions: [...(json.form.pages[0]?.questions ?? []), bad],
        }),
      ),
      message,
      JSON.stringify(bad),
    );
  for (const junk of [null, 7, [], 'x', {}]) assert.ok(checkDefinition(junk).length > 0);
});
