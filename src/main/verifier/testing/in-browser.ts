import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '#test/chromium';

const cards = '.kt-card';

/** Waits until so many more cards stand there as files were chosen. */
async function chosen(page: Page, files: readonly string[]): Promise<void> {
  const before = await page.locator(cards).count();
  await page.setInputFiles('#tep', [...files]);
  const last = page.locator(cards).nth(before + files.length - 1);
  await last.waitFor();
}

/** A browser beside a folder of files; close it when done. */
export async function aDesk() {
  const browser = await launchBrowser();
  const folder = mkdtempSync(path.join(tmpdir(), 'kiem-tra-'));
  const at = (name: string): string => path.join(folder, name);
  return {
    browser,
    put(files: Readonly<Record<string, string | Uint8Array>>): void {
      for (const [name, content] of Object.entries(files)) writeFileSync(at(name), content);
    },
    address: (name: string): string => pathToFileURL(at(name)).href,
    /** The verifier as a file, with all that went wrong on its page or asked for a network. */
    async open(
      name: string,
      options: Parameters<Browser['newPage']>[0] = {},
    ): Promise<{ readonly page: Page; readonly wrong: readonly string[] }> {
      const page = await browser.newPage(options);
      const wrong: string[] = [];
      page.on('pageerror', (error) => wrong.push(String(error)));
      page.on('console', (line) => line.type() === 'error' && wrong.push(line.text()));
      page.on('request', (request) => request.url().startsWith('file:') || wrong.push(request.url()));
      await page.goto(pathToFileURL(at(name)).href);
      return { page, wrong };
    },
    choose: (page: Page, ...names: readonly string[]): Promise<void> => chosen(page, names.map(at)),
    tones: (page: Page) =>
      page.locator(cards).evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset['tone'])),
    async close(): Promise<void> {
      await browser.close();
      rmSync(folder, { recursive: true });
    },
  };
}
