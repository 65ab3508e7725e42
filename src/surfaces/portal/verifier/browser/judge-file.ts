import { credentialVerdict, type Question } from './credential.ts';
import { type Given, rootsOf } from './given.ts';
import { policyOf, readNewerKeys } from './log-policy.ts';
import { paperVerdict } from './paper.ts';
import { proofVerdict } from './proof.ts';
import { refusedVerdict, type Verdict } from './verdict.ts';
import { say } from './words.ts';

const mostBytes = 32 * 1024 * 1024;
const token = /^[\w-]+\.[\w-]+\.[\w-]+$/;

export type Kind = 'paper' | 'proof' | 'keys' | 'credential' | 'status-list' | 'unknown';

/** By what stands in it; names of files say nothing. */
export function kindOf(bytes: Uint8Array): { readonly kind: Kind; readonly text: string } {
  if (String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-')) return { kind: 'paper', text: '' };
  const text = bytes.length > mostBytes ? '' : new TextDecoder().decode(bytes).trim();
  if (text.startsWith('{')) return { kind: /"format"\s*:/.test(text) ? 'proof' : 'keys', text };
  const [jwt = ''] = text.split('~');
  if (!token.test(jwt)) return { kind: 'unknown', text };
  return { kind: text.includes('~') ? 'credential' : 'status-list', text };
}

/** What else was given to look at a file with. */
export interface Beside extends Question {
  /** Newer files of keys of the log. */
  readonly keys: readonly string[];
}

/** What is to be thought of a file. */
export async function judgeFile(bytes: Uint8Array, given: Given, beside: Beside): Promise<Verdict> {
  if (bytes.length > mostBytes) return refusedVerdict({ code: 'file-large' });
  const { kind, text } = kindOf(bytes);
  const newer = beside.keys
    .map((one) => readNewerKeys(one, given))
    .flatMap((one) => (one.ok ? [one.value] : []));
  const policy = policyOf(given, newer);
  switch (kind) {
    case 'paper': {
      const { checkAddress } = given;
      return paperVerdict(bytes, { policy, roots: rootsOf(given), at: beside.at, checkAddress });
    }
    case 'proof':
      return proofVerdict(text, policy);
    case 'credential':
      return credentialVerdict(text, given, beside);
    case 'keys': {
      const read = readNewerKeys(text, given);
      return read.ok ? aside(newerKeys) : refusedVerdict(read.refusal);
    }
    case 'status-list':
      return aside(statusList);
    case 'unknown':
      return refusedVerdict({ code: 'file-unknown' });
  }
}

const aside = ({ title, what }: { title: Verdict['title']; what: Verdict['title'] }): Verdict => ({
  tone: 'aside',
  title,
  checks: [{ is: 'good', what }],
  facts: [],
});
const statusList = {
  title: say('Danh sách trạng thái', 'A status list'),
  what: say(
    'Được dùng để xem các giấy tờ điện tử ở trang này có bị thu hồi hay không.',
    'Used for the credentials on this page.',
  ),
};
const newerKeys = {
  title: say('Khóa mới của nhật ký', 'Newer keys of the log'),
  what: say(
    'Khóa cũ đã ký nối tiếp khóa mới. Các tệp ở trang này được kiểm tra bằng cả khóa mới.',
    'The old key has signed them. Files on this page are checked with them too.',
  ),
};
