import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { anOfficer, problemsOn } from './support/office.ts';
import type { Visitor } from './support/visitor.ts';

/** A procedure of which nobody else drafts a form here. */
const code = '2.000815';

/** Seconds a practised but not fast typist needs for a stroke, and for making up the mind (Card, Moran, Newell 1983). */
const secondsForStroke = 0.28;
const secondsForThought = 1.35;

interface Hands {
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Waits for the page that a stroke leads to. */
  leadsTo(stroke: () => Promise<void>): Promise<void>;
  readonly spent: { strokes: number; thoughts: number; requests: number; pages: number };
}

function handsOn({ page }: Visitor): Hands {
  const spent = { strokes: 0, thoughts: 0, requests: 0, pages: 0 };
  page.on('request', () => {
    spent.requests++;
  });
  return {
    spent,
    async press(key) {
      spent.strokes++;
      await page.keyboard.press(key);
    },
    async type(text) {
      spent.thoughts++;
      spent.strokes += text.length;
      await page.keyboard.type(text);
    },
    async leadsTo(stroke) {
      spent.pages++;
      const arrived = page.waitForEvent('load');
      await stroke();
      await arrived;
    },
  };
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('name') ?? document.activeElement?.id ?? '');

async function tabTo(page: Page, hands: Hands, name: string): Promise<void> {
  for (let tabs = 0; tabs < 40; tabs++) {
    if ((await focused(page)) === name) return;
    await hands.press('Tab');
  }
  assert.fail(`${name} is not reached with Tab`);
}

/** Down or up the list of types, as somebody does who does not type ahead. */
async function chooseType(page: Page, hands: Hands, words: string): Promise<void> {
  await tabTo(page, hands, '_moi-loai');
  for (let steps = 0; steps < 40; steps++) {
    const chosen = await page.evaluate(
      () => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.text,
    );
    if (chosen === words) return;
    await hands.press('ArrowDown');
  }
  assert.fail(`${words} is no type`);
}

const said = async (page: Page): Promise<string> => {
  await page.waitForTimeout(250);
  return (await page.locator('[data-said]').textContent()) ?? '';
};

async function addQuestion(
  visitor: Visitor,
  hands: Hands,
  { label, type, outside = false }: { label: string; type?: string; outside?: boolean },
): Promise<void> {
  const { page } = visitor;
  await hands.press('n');
  assert.equal(await focused(page), '_moi');
  await hands.type(label);
  if (type !== undefined) {
    await chooseType(page, hands, type);
    await hands.press('Tab');
  }
  if (outside) {
    await hands.press('ArrowDown');
    await tabTo(page, hands, '_moi-nua');
    await hands.press('Tab');
    await hands.press('Space');
  }
  await hands.leadsTo(() => hands.press('Enter'));
  assert.match(await said(page), new RegExp(`Đã thêm «${label}»`), await problemsOn(visitor));
}

/** A draft that holds nothing yet. @returns its address. */
async function beginEmpty(visitor: Visitor, procedure: string): Promise<string> {
  const { page } = visitor;
  await visitor.go('/thiet-ke');
  await page.keyboard.press('n');
  await page.keyboard.type(procedure);
  await page.locator('#_tu').selectOption('empty');
  await page.locator('#_ma').press('Enter');
  await page.waitForURL(/\/thiet-ke\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

/** The task of the designer: ten fields, one condition, one repeating group, with the keyboard alone, within ten minutes. */
export const designerFormStories = (): void => {
  test('a form of ten fields is made by keyboard alone within ten minutes', async (t) => {
    const visitor = await anOfficer(t, 'drafter', { to: '/thiet-ke' });
    const { page } = visitor;
    await page.addInitScript(() => {
      addEventListener('pointerdown', () => console.error('a pointer was used'), true);
    });
    const draft = await beginEmpty(visitor, code);
    const begun = Date.now();
    const hands = handsOn(visitor);
    await hands.press('2');
    await page.waitForURL(/to-khai/);
    await visitor.look('designer-form-empty');
    assert.equal(await focused(page), '_trang-moi', 'an empty form begins with its first page');
    await hands.type('Người yêu cầu');
    await hands.leadsTo(() => hands.press('Enter'));
    assert.equal(await focused(page), '_moi', 'after a page its first question is typed');
    await page.keyboard.press('Escape');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    for (const question of [
      { label: 'Họ tên' },
      { label: 'Ngày sinh', type: 'Ngày' },
      { label: 'Số định danh', type: 'Số định danh cá nhân' },
      { label: 'Số điện thoại', type: 'Số điện thoại' },
      { label: 'Nơi cư trú', type: 'Địa chỉ (tỉnh, xã)' },
      { label: 'Bạn có con không', type: 'Có hoặc không' },
      { label: 'Các con', type: 'Nhóm lặp lại' },
    ])
      await addQuestion(visitor, hands, question);
    assert.equal(await focused(page), 'hang-cacCon', 'a new question has the focus');
    await visitor.look('designer-form-group');

    // The condition: the name is offered while one types, and what it means is said.
    await hands.press('e');
    await tabTo(page, hands, '_hien-khi');
    await hands.type('ban');
    await page.locator('.mc-offers:not([hidden])').waitFor();
    await visitor.look('designer-form-offers');
    await hands.press('ArrowDown');
    await hands.press('Enter');
    await hands.type(' = true');
    await page.getByText('Đọc là: «Bạn có con không» là Có.').waitFor();
    await hands.leadsTo(() => hands.press('Control+Enter'));
    assert.match(page.url(), /xong=1/, await problemsOn(visitor));

    await addQuestion(visitor, hands, { label: 'Tên con' });
    assert.equal(await focused(page), 'hang-cacCon.tenCon');
    await addQuestion(visitor, hands, { label: 'Ngày sinh của con', type: 'Ngày' });
    await addQuestion(visitor, hands, { label: 'Tôi cam đoan lời khai đúng', type: 'Lời cam đoan' });
    // Typed into the group by mistake: one key takes it out.
    await hands.leadsTo(() => hands.press('o'));
    assert.match(await said(page), /Đã chuyển: «Tôi cam đoan lời khai đúng», thứ 8 trên 8/);

    const { strokes, thoughts, requests, pages } = hands.spent;
    const waited = (Date.now() - begun) / 1000;
    const seconds = strokes * secondsForStroke + thoughts * secondsForThought + waited;
    t.diagnostic(
      `${strokes} keystrokes, ${pages} posts, ${requests} requests, ${waited.toFixed(1)} s of machine: about ${Math.round(seconds)} s`,
    );
    assert.ok(seconds <= 600, `${Math.round(seconds)} s for ten fields`);
    assert.ok(strokes <= 500, `${strokes} strokes`);

    // Undo, and again; moves say where the question stands.
    await hands.leadsTo(() => hands.press('z'));
    assert.match(await said(page), /Đã hoàn tác: .*Còn \d+ bước hoàn tác được, 1 bước làm lại được/);
    await hands.leadsTo(() => hands.press('Control+z'));
    assert.match(await said(page), /2 bước làm lại được/);
    await hands.leadsTo(() => hands.press('Control+Shift+z'));
    assert.match(await said(page), /Đã làm lại: .*Còn 1 bước/);
    await hands.leadsTo(() => hands.press('y'));
    await page.locator('#_moi').fill('chữ đang viết');
    await page.locator('#_moi').press('Control+z');
    assert.equal(
      await page.locator('#_moi').inputValue(),
      '',
      'within a field the browser takes the typing back',
    );
    assert.match(page.url(), /tien=1/);
    await visitor.go(`${draft}/to-khai?cau=hoTen`);
    await hands.leadsTo(() => hands.press('d'));
    assert.match(await said(page), /«Họ tên», thứ 2 trên 8 ở trang «Người yêu cầu»/);
    assert.equal(await focused(page), 'hang-hoTen');
    await hands.leadsTo(() => hands.press('u'));

    await visitor.go(`${draft}/xem?banCoConKhong=yes&_them=cacCon`);
    assert.equal(
      (await page.locator('[name="cacCon.0.tenCon"], [name="cacCon.1.tenCon"]').count()) > 0,
      true,
    );
    await visitor.go(`${draft}/xem?banCoConKhong=no`);
    assert.equal(await page.locator('[name^="cacCon."]').count(), 0);
    for (const [slug, name] of [
      ['xem/can-bo', 'designer-preview-officer'],
      ['xem/giay', 'designer-preview-paper'],
      ['xem/giay?trong=1', 'designer-preview-paper-empty'],
      ['khoi', 'designer-blocks'],
      ['hoi-truoc', 'designer-eligibility'],
      ['cach-nop', 'designer-filing'],
      ['ket-qua', 'designer-result'],
      ['ket-qua-khac', 'designer-other-results'],
      ['ghi-chu', 'designer-notes'],
    ] as const) {
      const from = Date.now();
      await visitor.go(`${draft}/${slug}`);
      assert.ok(Date.now() - from < 4000, `${slug} took ${Date.now() - from} ms`);
      await visitor.look(name);
    }
  });

  test('a question is dragged into a group and back, as the list of places would move it', async (t) => {
    const visitor = await anOfficer(t, 'approver', { to: '/thiet-ke' });
    const { page } = visitor;
    await visitor.go(`${await beginEmpty(visitor, '1.004837')}/to-khai`);
    await page.locator('#_trang-moi').fill('Trang một');
    await page.locator('#_trang-moi').press('Enter');
    await page.waitForURL(/da=them-trang/);
    for (const [label, type] of [
      ['Họ tên', 'text'],
      ['Các con', 'group'],
    ] as const) {
      await page.locator('#_moi').fill(label);
      await page.locator('#_moi-loai').selectOption(type);
      await page.locator('#_moi').press('Enter');
      await page.waitForURL(new RegExp(`cau=${type === 'text' ? 'hoTen' : 'cacCon'}`));
    }
    const row = (address: string) => page.locator(`[data-cau="${address}"]`);
    await row('hoTen').dragTo(row('cacCon'));
    await page.waitForURL(/cau=cacCon\.hoTen/);
    assert.match(await said(page), /trong nhóm «Các con»/);
    await row('cacCon.hoTen').dragTo(row('cacCon'), { targetPosition: { x: 20, y: 2 } });
    await page.waitForURL(/cau=hoTen/);
    assert.match(await said(page), /thứ 1 trên 2/);
    await visitor.look('designer-form-dragged');
  });
};
