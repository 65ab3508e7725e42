import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { longDate } from '#capabilities/papers';
import { asPlainDate } from '#kernel/time';
import { aHouse, type House } from '#test/pages';
import { type DossierPaper, drawDossierPaper, paperPlaces, paperSourceOf, papersOf } from './index.ts';

async function textOf(bytes: Uint8Array): Promise<string> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    return Array.from(document.pages(), (page) => page.getText())
      .join(' ')
      .normalize('NFC')
      .replace(/\s+/g, ' ');
  } finally {
    library.destroy();
  }
}

async function draw(
  house: House,
  ref: { homeUnit: string; id: string },
  paper: DossierPaper,
): Promise<string> {
  const source = paperSourceOf(await house.view(ref, 'citizen1'));
  const places = await paperPlaces(house.doors, source.rules.definition);
  const [once, again] = [
    await drawDossierPaper(house.doors.papers, paper, source, places),
    await drawDossierPaper(house.doors.papers, paper, source, places),
  ];
  assert.ok(once.ok && again.ok, `${paper} can be drawn`);
  assert.deepEqual(
    Buffer.from(once.value.bytes),
    Buffer.from(again.value.bytes),
    `${paper}: same record, same bytes`,
  );
  assert.equal(once.value.fileName, `${source.code}-${paper}.pdf`);
  return textOf(once.value.bytes);
}

async function offered(house: House, ref: { homeUnit: string; id: string }) {
  const source = paperSourceOf(await house.view(ref, 'citizen1'));
  const places = await paperPlaces(house.doors, source.rules.definition);
  return papersOf(house.doors.papers, source, places).map(({ name }) => name);
}

const says = (text: string, ...words: readonly string[]) => {
  for (const word of words) assert.ok(text.includes(word), `“${word}” stands in: ${text.slice(0, 900)}`);
};
const reception = 'officer:one-stop-officer@centreA' as const;

test('papers of a dossier are drawn from its acts', async (t) => {
  const house = await aHouse({ routes: () => [] });

  await t.test('receipt 01 says code, owner, papers, promise and who received it', async () => {
    const filed = await house.aDossier();
    assert.deepEqual(await offered(house, filed), []);
    await house.act(filed, 'accept', {}, reception);
    const text = await draw(house, filed, 'giay-tiep-nhan');
    const view = await house.view(filed, 'citizen1');
    const accepted = view.acts.find((act) => act.kind === 'accepted');
    says(
      text,
      filed.code,
      view.dossier.owner_name,
      accepted?.actorName ?? '?',
      'Trong ngày làm việc',
      '089190000001',
    );
    says(text, view.documents[0]?.title ?? '?', 'Bản điện tử');
    says(text, '17 giờ 00 phút', 'ngày 25 tháng 11 năm 2026');
    assert.deepEqual(await offered(house, filed), ['giay-tiep-nhan', 'phieu-kiem-soat']);
  });

  await t.test('CT04 stands for 01 where the definition says so', async () => {
    const filed = await house.aDossier({ code: '1.004222', receiver: 'policeA' });
    await house.act(filed, 'accept', {}, 'officer:one-stop-officer@policeA');
    const text = await draw(house, filed, 'giay-tiep-nhan');
    says(text, 'CT04', filed.code, 'Đăng ký thường trú');
  });

  await t.test('request 02 lists each paper with its reason and the last day', async () => {
    const filed = await house.aDossier();
    const papers = [
      { demand: 'giay-chung-sinh', title: 'Giấy chứng sinh', reason: 'Ảnh bị mờ ở ngày sinh.' },
    ];
    await house.act(filed, 'ask-supplement', { papers, reason: 'Chưa đối chiếu được.', days: 3 }, reception);
    says(
      await draw(house, filed, 'phieu-bo-sung'),
      'Giấy chứng sinh',
      'Ảnh bị mờ ở ngày sinh.',
      'Chưa đối chiếu được.',
      '30/11/2026',
    );
  });

  await t.test('refusal 03 gives the reason in words', async () => {
    const filed = await house.aDossier();
    await house.act(filed, 'decline', { reason: 'Trẻ đã được đăng ký khai sinh tại nơi khác.' }, reception);
    says(
      await draw(house, filed, 'phieu-tu-choi'),
      'Trẻ đã được đăng ký khai sinh tại nơi khác.',
      filed.code,
    );
  });

  await t.test('apology 04 shows the promise that is broken and the new one', async () => {
    const filed = await house.aDossier({ code: '1.004873' });
    await house.act(filed, 'accept', {}, reception);
    await house.act(filed, 'take-over', {}, 'officer:specialist@committeeA');
    const before = (await house.view(filed, 'citizen1')).state.due?.date;
    assert.ok(before);
    await house.act(
      filed,
      'apologise',
      { reason: 'Cơ sở dữ liệu hộ tịch bị gián đoạn.', newDate: '2026-12-10' },
      'officer:head-of-office@committeeA',
    );
    const text = await draw(house, filed, 'thu-xin-loi');
    says(
      text,
      'Cơ sở dữ liệu hộ tịch bị gián đoạn.',
      longDate(asPlainDate(before)),
      'ngày 10 tháng 12 năm 2026',
    );
  });

  await t.test('notice 05 of a withdrawal before acceptance names who asked', async () => {
    const filed = await house.aDossier();
    await house.act(filed, 'request-withdrawal', { reason: 'Nộp nhầm nơi.' }, 'citizen1');
    says(await draw(house, filed, 'thong-bao-dung'), 'Nộp nhầm nơi.', 'Nguyễn Thị Lan', 'Chờ tiếp nhận');
  });

  await t.test('what the reader may not know is not offered: no receipt without papers', async () => {
    const filed = await house.aDossier();
    await house.act(filed, 'accept', {}, reception);
    const { documents: _, ...source } = paperSourceOf(await house.view(filed, 'citizen1'));
    const places = await paperPlaces(house.doors, source.rules.definition);
    const names = papersOf(house.doors.papers, source, places).map(({ name }) => name);
    assert.ok(!names.includes('giay-tiep-nhan'));
    const drawn = await drawDossierPaper(house.doors.papers, 'giay-tiep-nhan', source, places);
    assert.equal(drawn.ok ? '' : drawn.refusal.code, 'paper-unknown');
    const made = await drawDossierPaper(house.doors.papers, '../../etc', source, places);
    assert.equal(made.ok ? '' : made.refusal.code, 'paper-unknown');
  });
});

test('a procedure’s own paper goes before the common one, in the reader’s language, with answers on it', async () => {
  const house = await aHouse({ routes: () => [] });
  const filed = await house.aDossier();
  await house.act(filed, 'accept', {}, reception);
  const source = paperSourceOf(await house.view(filed, 'citizen1'));
  const common = house.doors.papers.find('01');
  assert.ok(common);
  const [page] = source.rules.definition.form.pages.filter(({ questions }) =>
    questions.some(({ id }) => source.answers?.[id] !== undefined),
  );
  const question = page?.questions.find(({ id }) => source.answers?.[id] !== undefined)?.id ?? '';
  const hole = `answer_${question}`;
  const own = {
    ...common,
    placeholders: { ...common.placeholders, [hole]: { type: 'text', label: 'x', optional: true } },
    blocks: [...common.blocks, { kind: 'paragraph', text: `MẪU RIÊNG {{${hole}}}` }],
  };
  const english = { ...common, language: 'en' };
  await house.db.sql('update catalogue.procedure set templates = $1 where code = $2 and version = $3', [
    JSON.stringify({ '01': own, '01-en': english }),
    source.rules.definition.code,
    source.rules.definition.version,
  ]);
  house.catalogue.forget();
  const text = await draw(house, filed, 'giay-tiep-nhan');
  assert.match(text, /MẪU RIÊNG \S/);
  const places = await paperPlaces(house.doors, source.rules.definition, 'en');
  const drawn = await drawDossierPaper(house.doors.papers, 'giay-tiep-nhan', source, places);
  assert.ok(drawn.ok);
  says(await textOf(drawn.value.bytes), 'SOCIALIST REPUBLIC OF VIET NAM');
  const { answers: _, ...masked } = source;
  const without = await drawDossierPaper(
    house.doors.papers,
    'giay-tiep-nhan',
    masked,
    await paperPlaces(house.doors, source.rules.definition),
  );
  assert.ok(without.ok);
  says(await textOf(without.value.bytes), 'MẪU RIÊNG …');
});
