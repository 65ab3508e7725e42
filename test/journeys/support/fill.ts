import type { Locator, Page } from 'playwright-core';

/** What a person enters: by the name of the field; a date as dd/mm/yyyy, an address as [province, commune, detail]. */
export type Typed = Readonly<Record<string, string | readonly [string, string, string]>>;

const controls = 'main form[method="post"]';

/** Fills what the page shows and asks for; without script further questions open when it is sent. */
export async function fillIn(page: Page, typed: Typed): Promise<void> {
  await page.waitForLoadState();
  for (const [name, value] of Object.entries(typed)) {
    if (typeof value !== 'string') await fillAddress(page, name, value);
    else if (/^\d\d\/\d\d\/\d{4}$/.test(value)) await fillDate(page, name, value);
    else await fillOne(page, name, value);
  }
}

const named = (page: Page, name: string) => page.locator(`${controls} [name="${name}"]`);

async function fillDate(page: Page, name: string, value: string): Promise<void> {
  if ((await named(page, `${name}-day`).count()) === 0) return;
  const [day = '', month = '', year = ''] = value.split('/');
  await named(page, `${name}-day`).fill(day);
  await named(page, `${name}-month`).fill(month);
  await named(page, `${name}-year`).fill(year);
}

/** Communes of another province come by a button, with and without script. */
async function fillAddress(
  page: Page,
  name: string,
  [province, commune, detail]: readonly [string, string, string],
): Promise<void> {
  const select = named(page, `${name}-province`);
  if ((await select.count()) === 0) return;
  if ((await select.inputValue()) !== province) {
    await select.selectOption(province);
    await press(page.locator(`button[name="_tai"][value="${name}"]`));
  }
  await named(page, `${name}-commune`).selectOption(commune);
  await named(page, `${name}-detail`).fill(detail);
}

async function fillOne(page: Page, name: string, value: string): Promise<void> {
  const control = named(page, name);
  if ((await control.count()) === 0) return;
  const kind = await control
    .first()
    .evaluate((element) => `${element.tagName} ${element.getAttribute('type')}`);
  if (/radio|checkbox/.test(kind))
    await tick(page, page.locator(`${controls} [name="${name}"][value="${value}"]`));
  else if (kind.startsWith('SELECT')) await control.selectOption(value);
  else await control.fill(value);
}

/** By its words: the whole line of a choice is the target, the small circle lies beneath. */
export async function tick(page: Page, control: Locator): Promise<void> {
  if (await control.isChecked()) return;
  await page.locator(`label[for="${await control.getAttribute('id')}"]`).click();
}

/** Presses it, up to the page that may stand behind it: what is counted or listed next would find half of it. */
export async function press(control: Locator): Promise<void> {
  await control.click();
  await control.page().waitForLoadState();
}

/** The button that goes on: the only primary one of a page. */
export const goOn = (page: Page): Promise<void> => press(page.locator('main .mc-button--primary').first());
