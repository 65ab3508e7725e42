import { done, type Outcome, refused } from '#kernel/outcome';
import type { Clock, Instant } from '#kernel/time';
import {
  type Certificate,
  ocspQuestion,
  type RevocationSource,
  readCertificate,
  readCrl,
  readOcspAnswer,
} from '#platform/certificates';
import { askTwice } from './call.ts';

type Word = { readonly kind: 'ocsp' | 'crl'; readonly der: Uint8Array };
interface Options {
  readonly clock: Clock;
  readonly patienceMs?: number;
  /** Where to ask about certificates of an issuer, by its common name, whatever they say themselves. */
  readonly responders?: Readonly<Record<string, { readonly ocsp?: string; readonly crl?: string }>>;
  /** Hosts that may be asked; certificates of strangers name addresses too. */
  readonly hosts: readonly string[];
}

/** An answer is kept until it says that a newer one is there, at most so long: revocations are to be seen. */
const keptMs = 2000;
const mostKept = 2000;

/**
 * Asks about revocation where certificates say that it is to be asked: OCSP (RFC 6960), else the list. Only hosts of the
 * settings are asked. What comes back is judged by whoever uses it. Refused as `revocation-unknown`, `service-silent`,
 * `service-odd`.
 */
export function revocationsByHttp(options: Options): RevocationSource {
  const kept = new Map<string, { readonly word: Word; readonly until: Instant }>();
  return {
    async fetch(certificate, issuer) {
      const [about, above] = [readCertificate(certificate), readCertificate(issuer)];
      if (!about.ok) return about;
      if (!above.ok) return above;
      const key = `${about.value.serial} ${Buffer.from(above.value.key.bits).toString('base64')}`;
      const now = options.clock.now();
      const known = kept.get(key);
      if (known && known.until > now) return done(known.word);
      const asked = await asking(about.value, above.value, options);
      if (asked.ok) {
        if (kept.size >= mostKept) kept.clear();
        kept.set(key, { word: asked.value, until: now + keptMs });
      }
      return asked;
    },
  };
}

async function asking(about: Certificate, issuer: Certificate, options: Options): Promise<Outcome<Word>> {
  const { patienceMs = 4000, hosts, responders = {} } = options;
  const named = responders[issuer.subject.parts.commonName ?? ''];
  const mayAsk = (url: string) => {
    const at = URL.parse(url);
    return at !== null && /^https?:$/.test(at.protocol) && hosts.includes(at.host);
  };
  let last: Outcome<Word> = refused({ code: 'revocation-unknown' });
  for (const url of [...(named?.ocsp ? [named.ocsp] : []), ...about.ocsp.filter(mayAsk)].slice(0, 2)) {
    const answer = await askTwice({
      url,
      patienceMs,
      mostBytes: 256 * 1024,
      type: 'application/ocsp-request',
      body: ocspQuestion(about, issuer),
    });
    last = answer.ok ? readable('ocsp', answer.value) : answer;
    if (last.ok) return last;
  }
  for (const url of [...(named?.crl ? [named.crl] : []), ...about.crls.filter(mayAsk)].slice(0, 2)) {
    const answer = await askTwice({ url, patienceMs, mostBytes: 8 * 1024 * 1024 });
    last = answer.ok ? readable('crl', answer.value) : answer;
    if (last.ok) return last;
  }
  return last;
}

function readable(kind: Word['kind'], der: Uint8Array): Outcome<Word> {
  const read = kind === 'ocsp' ? readOcspAnswer(der) : readCrl(der);
  return read.ok ? done({ kind, der }) : refused(read.refusal);
}
