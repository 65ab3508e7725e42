import { done, type Outcome } from '#kernel/outcome';
import type { Instant } from '#kernel/time';
import { documentClaimNames, type JudgedCredential, judgeCredential } from '#platform/credentials';
import { type Given, rootsOf } from './given.ts';
import { type Check, type Fact, moment, plain, refusedVerdict, type Verdict, verdictOf } from './verdict.ts';
import { claimWords, say } from './words.ts';

type SignedBy = JudgedCredential['signedBy'];

export interface Question {
  readonly at: Instant;
  /** Status lists that lie beside. */
  readonly lists: readonly string[];
  /** Whom the holder was asked to present it to. */
  readonly expected?: { readonly audience: string; readonly nonce: string };
}

export async function credentialVerdict(text: string, given: Given, question: Question): Promise<Verdict> {
  const judged = await withLists(text, given, question);
  return judged.ok ? goodVerdict(judged.value, question.expected) : refusedVerdict(judged.refusal);
}

/**
 * The newest list that the credential names has the word; one for other credentials is passed over, and one that another than its
 * issuer calls good comes last.
 */
async function withLists(text: string, given: Given, question: Question): Promise<Outcome<JudgedCredential>> {
  const { at, lists, expected } = question;
  const asked = { roots: rootsOf(given), at, ...(expected && { expected }) };
  const alone = await judgeCredential(text, asked);
  if (!alone.ok || alone.value.status.is !== 'unknown') return alone;
  const judged = await Promise.all(
    lists.map((statusList) => judgeCredential(text, { ...asked, statusList })),
  );
  const about = judged.filter((one) => one.ok || one.refusal.code !== 'status-elsewhere');
  const order = (one: Outcome<JudgedCredential>): number => (isStrangers(one) ? 0 : asOf(one));
  return about.toSorted((a, b) => order(b) - order(a))[0] ?? done(alone.value);
}

const isStrangers = (judged: Outcome<JudgedCredential>): boolean =>
  judged.ok &&
  'asOf' in judged.value.status &&
  !sameHolder(judged.value.status.signedBy, judged.value.signedBy);

function asOf(judged: Outcome<JudgedCredential>): number {
  if (!judged.ok) return Number(judged.refusal.details?.['asOf'] ?? 0);
  const { status } = judged.value;
  return 'asOf' in status ? status.asOf : 0;
}

const genuine = say('Giấy tờ thật, không bị sửa', 'Genuine and unchanged');
const signedOnly = say(
  'Không bị sửa, nhưng chưa rõ có đúng nơi cấp ký không',
  'Unchanged, but maybe not signed by its authority',
);

function goodVerdict(judged: JudgedCredential, asked: Question['expected']): Verdict {
  const signer = signerOf(judged.signedBy);
  const signed: Check = {
    is: 'good',
    what: say('Chữ ký đúng, nội dung không bị sửa', 'The signature holds, nothing was changed'),
    why: say(`Người ký: ${signer}.`, `Signed by ${signer}.`),
  };
  const issuer = issuerCheck(judged);
  const checks = [signed, issuer, statusCheck(judged), ...holderChecks(judged, asked)];
  return verdictOf(issuer.is === 'good' ? genuine : signedOnly, checks, factsOf(judged));
}

/** Without what else a certificate tells of a person. */
const signerOf = (signed: SignedBy): string => {
  if (signed.by === 'key') return plain(signed.id ?? '');
  const names = [signed.name ?? signed.subject, signed.organisation].filter((name) => name !== undefined);
  return plain([...new Set(names)].join(', '));
};

const fold = (name: string): string => name.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** Many have a certificate under the same roots; only the agency that the credential names speaks for it. */
function issuerCheck({ claims, signedBy }: JudgedCredential): Check {
  const authority = claims['issuing_authority'];
  const name =
    typeof authority === 'object' && authority !== null && 'name' in authority ? authority.name : authority;
  const signers = signedBy.by === 'certificate' ? [signedBy.name, signedBy.organisation] : [];
  if (typeof name === 'string' && signers.some((one) => one !== undefined && fold(one) === fold(name)))
    return {
      is: 'good',
      what: say('Người ký chính là nơi cấp ghi trên giấy', 'Who signed it is the authority that it names'),
    };
  return {
    is: 'open',
    what: say(
      'Chứng thư của người ký không mang tên nơi cấp ghi trên giấy',
      'The signer’s certificate does not bear the name of the authority',
    ),
    why: say('Hãy hỏi lại nơi cấp trước khi tin.', 'Ask the authority before you believe it.'),
  };
}

const sameHolder = (a: SignedBy, b: SignedBy): boolean =>
  a.by === 'certificate' && b.by === 'certificate' ? a.subject === b.subject : false;

const strangersList = (by: SignedBy): Check => ({
  is: 'open',
  what: say(
    'Danh sách trạng thái không do nơi cấp giấy này ký',
    'The status list was not signed by who issued it',
  ),
  why: say(`Người ký danh sách: ${signerOf(by)}.`, `The list was signed by ${signerOf(by)}.`),
});

/** Shown to whom nobody says he is, it may be a copy of what was once shown to another. */
function holderChecks({ holder }: JudgedCredential, asked: Question['expected']): readonly Check[] {
  if (holder.is === 'none') return [];
  if (holder.is === 'not-shown')
    return [
      {
        is: 'open',
        what: say('Chưa chứng tỏ được ai đang giữ giấy', 'Not shown: who holds it'),
        why: say(
          'Đây là bản lưu. Hãy yêu cầu người giữ xuất trình từ ví.',
          'This is a stored copy. Ask for a presentation from the wallet.',
        ),
      },
    ];
  const to = plain(`${holder.audience} · ${holder.nonce} · ${moment(holder.at)}`);
  if (!asked)
    return [
      {
        is: 'open',
        what: say(
          'Người giữ đã xuất trình, nhưng chưa rõ có phải cho bạn không',
          'Presented by its holder, maybe not to you',
        ),
        why: say(
          `Xuất trình cho: ${to}. Hãy điền tên và số hỏi của bạn ở trên để đối chiếu.`,
          `Presented to ${to}. Enter your name and nonce above to compare.`,
        ),
      },
    ];
  const what = say('Người giữ đã xuất trình cho bạn', 'Its holder has presented it to you');
  return [{ is: 'good', what, why: say(`${to}.`, `${to}.`) }];
}

function statusCheck({ status, issuedAt, signedBy }: JudgedCredential): Check {
  if (status.is === 'none')
    return {
      is: 'good',
      what: say('Nơi cấp không công bố thu hồi cho giấy này', 'The issuer publishes no revocations of it'),
    };
  if ('asOf' in status && !sameHolder(status.signedBy, signedBy)) return strangersList(status.signedBy);
  if (status.is === 'valid') {
    const at = moment(status.asOf);
    return { is: 'good', what: say(`Chưa bị thu hồi, tính đến ${at}`, `Not revoked as of ${at}`) };
  }
  const from = status.is === 'stale' ? status.asOf : issuedAt;
  const since =
    from === undefined ? say('', '') : say(` từ ${moment(from)} đến nay`, ` since ${moment(from)}`);
  const what = say(
    `Chưa biết giấy có bị thu hồi hay không${since.vi}`,
    `Not known: whether it was revoked${since.en}`,
  );
  return status.is === 'unknown'
    ? {
        is: 'open',
        what,
        why: say(
          `Muốn biết, hãy tải danh sách trạng thái ở ${plain(status.uri)} rồi chọn thêm tệp đó.`,
          `To know, download the status list at ${plain(status.uri)} and choose that file too.`,
        ),
      }
    : { is: 'open', what, why: say('Hãy tải danh sách trạng thái mới hơn.', 'Take a newer status list.') };
}

function valueOf(value: unknown): string {
  if (typeof value === 'string')
    return plain(/^\d{4}-\d\d-\d\d$/.test(value) ? value.split('-').toReversed().join('/') : value);
  if (Array.isArray(value)) return value.map(valueOf).join(', ');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(valueOf).join(' · ');
  return String(value);
}

function factsOf({ claims, hidden, issuedAt, expiresAt }: JudgedCredential): readonly Fact[] {
  const known = documentClaimNames.filter((name) => Object.hasOwn(claims, name));
  const others = Object.keys(claims).filter((name) => !Object.hasOwn(claimWords, name));
  const told = [...known, ...others].map((name) => ({
    label: claimWords[name] ?? say(plain(name), plain(name)),
    value: valueOf(claims[name]),
  }));
  const dates = [
    { label: say('Ký lúc', 'Signed at'), at: issuedAt },
    { label: say('Hết hạn lúc', 'Expires at'), at: expiresAt },
  ].flatMap(({ label, at }) => (at === undefined ? [] : [{ label, value: moment(at) }]));
  if (hidden === 0) return [...told, ...dates];
  const kept = say(
    `${hidden} thông tin mà người giữ không cho xem`,
    `${hidden} that the holder does not show`,
  );
  return [...told, ...dates, { label: say('Không cho xem', 'Kept back'), value: kept }];
}
