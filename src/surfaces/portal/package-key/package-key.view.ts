import { card } from '#design';
import { type Html, html } from '#platform/html';
import type { Say } from '../words/say.ts';

/** What somebody types who has nothing of ours: the manifest is signed, and lists the hash of every file. */
const byHand = `unzip -p goi.zip manifest.json > manifest.json
unzip -p goi.zip signature.json | sed -n 's/.*"signature": "\\(.*\\)".*/\\1/p' | tr '_-' '/+' | sed 's/$/==/' | base64 -d > manifest.sig
openssl pkeyutl -verify -pubin -inkey khoa-ky.pem -rawin -in manifest.json -sigfile manifest.sig
unzip -p goi.zip form.json | sha256sum`;

export const packageKeyView = (view: {
  readonly say: Say;
  readonly place: string;
  readonly fingerprint: string;
  readonly id: string;
}): Html => {
  const { say, place, fingerprint, id } = view;
  return html`<h1>${say('Khóa ký gói thủ tục', 'The key that signs procedures')}</h1><p>${say(
    `${place} ký từng gói thủ tục trước khi chia sẻ. Khóa này cho bạn biết gói có đúng là của chúng tôi và còn nguyên vẹn không.`,
    `${place} signs each procedure it shares. With this key you can tell that a package is ours and unchanged.`,
  )}</p>${card({
    title: say('Dấu vân tay của khóa', 'Fingerprint of the key'),
    content: html`<p><strong class="mc-code">${fingerprint}</strong></p><p class="mc-small mc-quiet">Ed25519 · ${say('SHA-256 theo RFC 7638, viết bằng base64url', 'SHA-256 by RFC 7638, in base64url')}</p><ul><li><a href="/khoa-ky.pem" download>${say('Tải khóa (PEM)', 'Download the key (PEM)')}</a></li><li><a href="/khoa-ky.json" download>${say('Tải khóa (JWK)', 'Download the key (JWK)')}</a></li></ul>`,
  })}<h2>${say('Kiểm tra một gói', 'Check a package')}</h2><p>${say(
    'Hãy hỏi lại dấu vân tay qua điện thoại hoặc công văn trước khi tin khóa.',
    'Ask for the fingerprint once more by phone or letter before you trust the key.',
  )}</p><p>${say('Nơi có phần mềm Một Cửa:', 'Where Một Cửa is installed:')}</p><div class="mc-scroll" role="region" tabindex="0" aria-label="${say('Lệnh của Một Cửa', 'Command of Một Cửa')}"><pre><code>npx motcua verify-package goi.zip --key=${id}</code></pre></div><p>${say(
    'Nơi khác, bằng OpenSSL 3 (dòng cuối so với giá trị trong manifest.json, cho từng tệp):',
    'Elsewhere, with OpenSSL 3 (compare the last line with manifest.json, for each file):',
  )}</p><div class="mc-scroll" role="region" tabindex="0" aria-label="${say('Lệnh kiểm tra bằng OpenSSL', 'Commands with OpenSSL')}"><pre><code>${byHand}</code></pre></div>`;
};
