import type { Visitor } from './visitor.ts';

export interface Weight {
  readonly status: number;
  /** Over the wire: heads and compressed bodies. */
  readonly bytes: number;
  readonly script: number;
  readonly requests: number;
}

/** Loads the page as a browser that has never been here. */
export async function coldLoad(visitor: Visitor, path: string): Promise<Weight> {
  const { page, context, product } = visitor;
  // What the page before is still fetching is not this one's.
  await page.goto('about:blank');
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true });
  const scripts = new Set<string>();
  let bytes = 0;
  let script = 0;
  let requests = 0;
  wire.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    requests++;
    bytes += encodedDataLength;
    if (scripts.has(requestId)) script += encodedDataLength;
  });
  const answer = await page.goto(product.origin + path, { waitUntil: 'networkidle' });
  await wire.detach();
  return { status: answer?.status() ?? 0, bytes, script, requests };
}
