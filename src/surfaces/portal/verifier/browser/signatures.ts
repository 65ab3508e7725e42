import type { JudgedPdf, JudgedSignature, RefusedSignature } from '#platform/pdf-signatures';
import { refusalOf } from './refusals.ts';
import { type Check, type Fact, moment, plain } from './verdict.ts';
import { say, type Words } from './words.ts';

type Signature = JudgedSignature;
const nameOf = ({ certificate }: Signature): string => {
  const { commonName, organisation } = certificate.subject.parts;
  const names = [commonName ?? certificate.subject.text, organisation].filter((name) => name !== undefined);
  return plain([...new Set(names)].join(', '));
};

/** All of them hold together, or each that does not is named. */
export function signatureChecks({ signatures, refused }: JudgedPdf): readonly Check[] {
  if (refused.length > 0) return refused.map(refusedCheck);
  const signers = signatures.filter(({ kind }) => kind === 'signature');
  if (signers.length === 0)
    return [
      { is: 'open', what: say('Tệp không có chữ ký số của ai', 'Nobody has signed the file electronically') },
    ];
  const names = signers.map(nameOf).join('; ');
  const count = signers.length;
  return [
    {
      is: 'good',
      what: say(
        count === 1 ? 'Chữ ký số đúng' : `Cả ${count} chữ ký số đều đúng`,
        count === 1 ? 'The signature holds' : `All ${count} signatures hold`,
      ),
      why: say(`Người ký: ${names}.`, `Signed by ${names}.`),
    },
  ];
}

function refusedCheck({ field, refusal }: RefusedSignature): Check {
  const name = plain(field).slice(0, 80);
  return {
    is: 'bad',
    what: refusalOf(refusal.code),
    why: say(`Chữ ký ở ô “${name}”.`, `The signature in field “${name}”.`),
  };
}

/** Who, when and how far each signature goes. */
export const signatureFacts = ({ signatures }: JudgedPdf): readonly Fact[] =>
  signatures.map((signature, n) => ({
    label:
      signature.kind === 'signature'
        ? say(`Chữ ký ${n + 1}`, `Signature ${n + 1}`)
        : say('Dấu thời gian của tệp', 'Time stamp of the file'),
    value: nameOf(signature),
    more: signatureWords(signature),
  }));

function signatureWords(signature: Signature): Words {
  const { provenAt, claimedAt, level, trust } = signature;
  const time =
    provenAt !== undefined
      ? say(`${moment(provenAt)} (có dấu thời gian)`, `${moment(provenAt)} (time-stamped)`)
      : claimedAt !== undefined
        ? say(`${moment(claimedAt)} (theo lời người ký)`, `${moment(claimedAt)} (as the signer says)`)
        : say('không rõ lúc nào', 'time unknown');
  const revocation =
    trust.revocation === 'good'
      ? say('chứng thư không bị thu hồi khi ký', 'certificate not revoked when it signed')
      : say('chưa biết chứng thư có bị thu hồi không', 'revocation of the certificate unknown');
  const seen = seenLater(signature);
  const parts = (words: (one: Words) => string) =>
    [words(time), level === 'none' ? '' : `PAdES ${level}`, words(revocation), ...seen.map(words)]
      .filter((part) => part !== '')
      .join(' · ');
  return say(
    parts(({ vi }) => vi),
    parts(({ en }) => en),
  );
}

/** A later signature may show something beside the words that this one covers. */
const seenLater = ({ afterwards }: Signature): readonly Words[] =>
  afterwards.flatMap(({ page }) =>
    page === undefined
      ? []
      : [
          say(
            `sau đó có thêm hình chữ ký ở trang ${page}`,
            `later another signature was drawn on page ${page}`,
          ),
        ],
  );
