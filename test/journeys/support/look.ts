import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const phone = { width: 360, height: 740 };
const desk = { width: 1280, height: 900 };
/** Every width and every light once; JOURNEYS_EVERY_LIGHT=1 crosses them, which finds nothing more and takes twice as long. */
const lights = [
  ['light', phone],
  ['dark', desk],
  ...(process.env['JOURNEYS_EVERY_LIGHT']
    ? ([
        ['light', desk],
        ['dark', phone],
      ] as const)
    : []),
] as const;
/** A page name is looked at in every light once; the same page in a second journey only in its own. */
const seen = new Set<string>();

const shots = process.env['JOURNEYS_SHOTS'];
let shot = 0;

/** Writes a picture into the folder JOURNEYS_SHOTS, to be looked at by people. */
async function picture(page: Page, name: string): Promise<void> {
  if (shots) keepPicture(await page.screenshot({ fullPage: true }), name);
}

/** Keeps a picture of something else that people are to look at, such as a paper. */
export function keepPicture(png: Uint8Array, name: string): void {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  writeFileSync(path.join(shots, `${String(++shot).padStart(3, '0')}-${name}.png`), png);
}

/**
 * Looks at the page as it stands: no sideways scroll at 320 px, and axe at 360 px light and 1280 px dark. Without
 * script axe cannot run; the same page with script is the one it judges.
 */
export async function lookAt(page: Page, name: string, withScript: boolean): Promise<void> {
  // After a press the address changes before the page stands: whoever counts or lists next must find all of it.
  await page.waitForLoadState();
  await picture(page, `${name}${withScript ? '' : '-noscript'}`);
  if (!withScript || seen.has(name)) return;
  seen.add(name);
  const own = page.viewportSize() ?? phone;
  const faults: string[] = [];
  for (const [colorScheme, size] of lights) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(size);
    faults.push(...(await axe(page)).map((fault) => `${colorScheme} ${size.width}px: ${fault}`));
    await picture(page, `${name}-${colorScheme}-${size.width}`);
  }
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > 320) faults.push(`scrolls sideways: ${wide} px wide at 320 px: ${await beyond(page)}`);
  await page.setViewportSize(own);
  assert.deepEqual([...new Set(faults)], [], `${name} at ${page.url()}`);
}

/** The innermost elements that reach over the edge. */
const beyond = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const over = [...document.querySelectorAll('body *')].filter(
      (each) => each.getBoundingClientRect().right > 320.5,
    );
    const inner = over.filter((each) => !over.some((other) => other !== each && each.contains(other)));
    return inner
      .slice(0, 3)
      .map((each) => each.outerHTML.slice(0, 120))
      .join(' | ');
  });

/** Without frames, which no page has, axe needs no second page to add up what it found: 0.6 s instead of 1.3 s. */
async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(rules).analyze();
  return violations.map(
    ({ id, help, nodes }) =>
      `${id} (${help}): ${nodes
        .slice(0, 3)
        .map(({ target, failureSummary }) => `${target.join(' ')} – ${failureSummary?.replace(/\s+/g, ' ')}`)
        .join(' | ')}`,
  );
}
