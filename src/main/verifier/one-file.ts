import { createHash } from 'node:crypto';
import type { VerifierPage } from '#surfaces/shared';

export interface Inlined {
  readonly script: string;
  readonly style: string;
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** A page as one file: nothing in it is fetched, nothing leaves it, and its policy lets no other script run. */
export function oneFile({ title, body, given }: VerifierPage, { script, style }: Inlined): string {
  const data = JSON.stringify(given).replaceAll('<', String.raw`\u003c`);
  const security = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${security}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title.text}</title>
<style>${style}</style>
</head>
<body>
${body.text}
<script type="application/json" id="tin">${data}</script>
<script>${script}</script>
</body>
</html>
`;
}
