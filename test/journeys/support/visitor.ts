import assert from 'node:assert/strict';
import { after, type TestContext } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../../support/chromium.ts';
import { lookAt } from './look.ts';
import { type Product, type SampleOfProduct, startProduct } from './product.ts';

/** Somebody with a browser of their own. */
export interface Visitor {
  readonly product: Product;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly script: boolean;
  /** To an address of the product. */
  go(path: string): Promise<void>;
  /** Looks at what stands on the screen; the name belongs to the page and its state. */
  look(name: string): Promise<void>;
  /** The first heading. */
  heading(): Promise<string>;
  /** Faults that this journey brings about on purpose (an answer of 500, a connection that is cut). */
  expectTrouble(pattern: RegExp): void;
}

export interface VisitorOptions {
  readonly script?: boolean;
  readonly desk?: boolean;
  /** Whose product it is; the province's when nothing is said. */
  readonly sample?: SampleOfProduct;
}

const products = new Map<SampleOfProduct, Promise<Product>>();
let browser: Promise<Browser> | undefined;

after(async () => {
  await (await browser)?.close();
  await Promise.all([...products.values()].map(async (product) => (await product).stop()));
});

/** Opens a browser; it is closed when the test ends, and nothing may have been written to its console by then. */
export async function aVisitor(t: TestContext, options: VisitorOptions = {}): Promise<Visitor> {
  const { script = true, desk = false, sample = 'province' } = options;
  const product = products.get(sample) ?? startProduct(sample);
  products.set(sample, product);
  browser ??= launchBrowser();
  const house = await product;
  const context = await (await browser).newContext({
    javaScriptEnabled: script,
    viewport: desk ? { width: 1280, height: 900 } : { width: 360, height: 740 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    ...(desk ? {} : { hasTouch: true, isMobile: true }),
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const troubles: string[] = [];
  const expected: RegExp[] = [/the server responded with a status of 422/];
  const trouble = (text: string) => {
    if (!expected.some((pattern) => pattern.test(text))) troubles.push(`${page.url()}: ${text}`);
  };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') trouble(message.text());
  });
  page.on('pageerror', (error) => trouble(String(error)));
  page.on('response', (answer) => {
    if (answer.status() >= 500) trouble(`${answer.status()} from ${answer.url()}`);
  });
  t.after(async () => {
    await context.close();
    assert.deepEqual(troubles, [], 'nothing in the console, no policy violated, no 5xx');
  });
  return {
    product: house,
    context,
    page,
    script,
    go: async (path) => void (await page.goto(house.origin + path)),
    look: (name) => lookAt(page, name, script),
    heading: async () => (await page.locator('h1').first().innerText()).trim(),
    expectTrouble: (pattern) => void expected.push(pattern),
  };
}
