import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { officersInUnit } from '#capabilities/identity';
import { type Holder, nameKey, placeOf } from '#capabilities/signing';
import type { Refusal } from '#kernel/outcome';
import { formatDate, localDate } from '#kernel/time';
import { type Certificate, fromPem, readKeyPair } from '#platform/certificates';
import type { Ctx } from '#platform/context';
import { openFileKeys } from '../../integrations/file-keys/index.ts';
import { openTokenKeys } from '../../integrations/token-keys/index.ts';
import { keysFolder } from '../config/placed.ts';
import { productSecrets } from '../config/secrets.ts';
import type { Settings } from '../config/settings.ts';
import { pinOf } from '../config/token.ts';
import { Refused } from '../refused.ts';
import { openRooms } from '../rooms.ts';
import { remoteSigningOf } from '../signing.ts';
import { asSystem } from './as-system.ts';
import { type Command, line } from './command.ts';

export const nameKeyCommand: Command = {
  name: 'name-key',
  summary: 'takes a key and its certificate, with which an agency or an officer signs from now on',
  words: ['<unit code>'],
  options: {
    '--officer=': 'full name of an officer of the unit; without it the key is the agency’s own',
    '--key=': 'the private key in PEM (PKCS#8, unencrypted): P-256, or RSA of 2048 to 4096 bits',
    '--token-key=':
      'label of a key and its certificate in the token (TOKEN_MODULE), instead of --key and --certificate',
    '--remote=':
      'a key that a provider of REMOTE_SIGNERS keeps, instead: <provider>/<identifier of the credential>',
    '--certificate=': 'the certificate in PEM, followed by those above it up to, without, the root',
  },
  details:
    'The certificate has to name the holder as this system does, and its issuer must be below one of SIGNING_ROOTS when it signs.\nThe key is kept encrypted in DATA_DIR/keys; delete the file it came in afterwards. The newest key of a holder counts.',
  async run({ typed, console, settings }) {
    const [unit = ''] = typed.words;
    const inToken = typed.options['--token-key'];
    if (typeof inToken === 'string')
      return nameTokenKey(settings(), unit, typed.options['--officer'], inToken, console);
    const kept = typed.options['--remote'];
    if (typeof kept === 'string')
      return nameRemoteKey(settings(), unit, typed.options['--officer'], kept, console);
    const keyFile = needed(typed.options['--key'], '--key');
    const chain = pemOf(needed(typed.options['--certificate'], '--certificate'));
    const [certificate, ...above] = chain;
    if (!certificate) throw new Refused('There is no certificate in the file of --certificate.', 2);
    const pair = readKeyPair(privateKey(keyFile));
    if (!pair.ok)
      throw new Refused(`${keyFile} holds no key that signs here: P-256, or RSA of 2048 to 4096 bits.`);
    if (!belongTogether(certificate, pair.value.publicKey))
      throw new Refused('Key and certificate do not belong together.');
    const wanted = typed.options['--officer'];
    const known = settings();
    return withDirectory(known, async (ctx, holderOf) => {
      const holder = await holderOf(unit, typeof wanted === 'string' ? wanted : undefined);
      // A name of its own: a running system keeps an opened key, and has to see that this is another one.
      const key = `${holder.kind}-${holder.id}-${Date.now().toString(36)}`;
      const files = openFileKeys({
        folder: keysFolder(known.dataDir),
        passphrase: productSecrets(known.dataDir).keyPassphrase,
      });
      const named = await mustName(ctx, holder, { store: 'file', key }, certificate);
      await files.keep(key, pair.value, certificate, above);
      const { serial, validity } = named;
      line(
        console.out,
        `${holder.name} signs with certificate ${serial} from now on, until ${formatDate(localDate(validity.to))}.`,
      );
      return 0;
    });
  },
};

/** The key stays in the token; what is written down is its label. */
async function nameTokenKey(
  settings: Settings,
  unit: string,
  officer: string | boolean | undefined,
  label: string,
  console: Parameters<Command['run']>[0]['console'],
): Promise<number> {
  const { token } = settings;
  if (!token) throw new Refused('Say where the token is: TOKEN_MODULE, TOKEN_LABEL and TOKEN_PIN_FILE.', 2);
  const keys = openTokenKeys({ ...token, pin: () => pinOf(token) });
  try {
    const found = await keys.signer(label);
    if (!found.ok)
      throw new Refused(
        `The token does not give the key "${label}": ${tokenSentences[found.refusal.code] ?? found.refusal.code}.`,
      );
    const { certificate } = found.value;
    return await withDirectory(settings, async (ctx, holderOf) => {
      const holder = await holderOf(unit, typeof officer === 'string' ? officer : undefined);
      const named = await mustName(ctx, holder, { store: 'token', key: label }, certificate);
      const { serial, validity } = named;
      line(
        console.out,
        `${holder.name} signs with certificate ${serial} in the token from now on, until ${formatDate(localDate(validity.to))}.`,
      );
      return 0;
    });
  } finally {
    keys.close();
  }
}
/** The key stays at its provider; an agency's seal signs at once, an officer agrees to each signing there. */
async function nameRemoteKey(
  settings: Settings,
  unit: string,
  officer: string | boolean | undefined,
  place: string,
  console: Parameters<Command['run']>[0]['console'],
): Promise<number> {
  const at = placeOf({ remote: remoteSigningOf(settings.remoteSigners) }, place);
  if (!at) throw new Refused(`No provider "${place.split('/', 1)[0]}" stands in REMOTE_SIGNERS.`, 2);
  const { remote, credential } = at;
  const found = await remote.credential(credential);
  if (!found.ok)
    throw new Refused(
      `${remote.provider} does not give this credential: ${remoteSentences[found.refusal.code] ?? found.refusal.code}.`,
    );
  const { certificate, consent } = found.value;
  return withDirectory(settings, async (ctx, holderOf) => {
    const holder = await holderOf(unit, typeof officer === 'string' ? officer : undefined);
    if (holder.kind === 'unit' && consent !== 'none')
      throw new Refused(
        'An agency signs when its clerk presses: it needs a seal that the provider sets without anybody’s consent (CSC: implicit).',
      );
    if (holder.kind === 'officer' && consent !== 'holder')
      throw new Refused(
        'Nobody signs for an officer: the credential has to ask its holder (CSC: oauth2code, SCAL 2).',
      );
    const named = await mustName(ctx, holder, { store: 'remote', key: place }, certificate);
    const { serial, validity } = named;
    line(
      console.out,
      `${holder.name} signs with certificate ${serial} at ${remote.provider} from now on, until ${formatDate(localDate(validity.to))}.`,
    );
    return 0;
  });
}
const remoteSentences: Readonly<Record<string, string>> = {
  'remote-none': 'it does not know it, or the key is suspended',
  'remote-silent': 'it does not answer',
  'remote-odd': 'it answers oddly',
};

const tokenSentences: Readonly<Record<string, string>> = {
  'key-missing': 'no private key and certificate bear this label',
  'key-locked': 'the PIN is wrong, or the token is locked',
  'key-store-unavailable': 'the token is not there, or the package pkcs11js is not installed',
};

type HolderOf = (unit: string, officer: string | undefined) => Promise<Holder>;

async function withDirectory(
  settings: Settings,
  work: (ctx: Ctx, holderOf: HolderOf) => Promise<number>,
): Promise<number> {
  return asSystem(settings, 'name-key', async (ctx) => {
    const { root, codePattern } = settings;
    const { units } = await openRooms({ db: ctx.db, clock: ctx.clock, root, codePattern });
    const directory = await units.directory();
    return work(ctx, async (code, officer) => {
      const unit = directory.byCode(code);
      if (!unit) throw new Refused(`No unit has the code "${code}".`);
      if (officer === undefined) return { kind: 'unit', id: unit.id, name: unit.name };
      const named = (await officersInUnit(ctx, unit.id)).filter(({ name }) => name === officer);
      const [one] = named;
      if (!one || named.length > 1)
        throw new Refused(
          one
            ? `${named.length} officers of ${unit.name} are called ${officer}; their certificates are told apart in administration only.`
            : `No officer of ${unit.name} is called "${officer}".`,
        );
      return { kind: 'officer', id: one.officer, name: one.name, agency: unit.name };
    });
  });
}

function needed(value: string | true | undefined, option: string): string {
  if (typeof value !== 'string' || value === '') throw new Refused(`${option} is missing.`, 2);
  return value;
}

function readText(file: string): string {
  try {
    return readFileSync(path.resolve(file), 'utf8');
  } catch (error) {
    throw new Refused(`${file} cannot be read: ${(error as Error).message}`);
  }
}

const pemOf = (file: string): readonly Uint8Array[] => {
  const read = fromPem('CERTIFICATE', readText(file));
  if (!read.ok) throw new Refused(`${file} holds no certificate in PEM.`);
  return read.value;
};

function privateKey(file: string): Uint8Array {
  try {
    return createPrivateKey(readText(file)).export({ format: 'der', type: 'pkcs8' });
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(`${file} holds no private key in PEM without a passphrase.`);
  }
}

function belongTogether(certificate: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    const { publicKey: own } = new X509Certificate(certificate);
    return own.export({ format: 'der', type: 'spki' }).equals(publicKey);
  } catch {
    return false;
  }
}

async function mustName(...asked: Parameters<typeof nameKey>): Promise<Certificate> {
  const named = await nameKey(...asked);
  if (!named.ok) throw new Refused(sentenceOf(named.refusal));
  return named.value;
}

/** Refusals for the one who typed the command. */
function sentenceOf({ code, details = {} }: Refusal): string {
  switch (code) {
    case 'certificate-wrong-person':
      return `The certificate names "${details['certificate']}", not "${details['name']}"; nobody signs with another's certificate.`;
    default:
      return 'The certificate cannot be read.';
  }
}
