import path from 'node:path';
import { defaultCodePattern } from '#capabilities/dossiers';
import { type Environment, readEnvironment, type ValuesOf } from '#platform/config';
import type { SampleName } from '../sample/sample.ts';
import { settingDefinitions } from './definitions.ts';
import { type NamedWitness, readWitnesses } from './public-log.ts';
import { type RemoteSigner, readRemoteSigners } from './remote-signers.ts';
import { readRoots } from './roots.ts';
import type { TokenPlace } from './token.ts';

/** This system at an OpenID Connect provider. */
export interface ProviderAccount {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** This system at the national payment platform. */
export interface PaymentAccount {
  readonly url: string;
  readonly partner: string;
  readonly secret: string;
}

export type MetricsAccess =
  | { readonly kind: 'off' }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'on' };

/** What every process of the product is told. Holds no address of the database and no key. */
export interface CommonSettings {
  /** Folder of the product itself. */
  readonly root: string;
  readonly dataDir: string;
  readonly host: string;
  readonly demo: boolean;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly metrics: MetricsAccess;
  readonly webPool: number;
  readonly workerPool: number;
  /** Bytes. */
  readonly maxUpload: number;
  readonly codePattern: string;
  /** A folder, or the address of an SMTP server. */
  readonly mail: { readonly folder: string } | { readonly smtp: string };
  readonly mailFrom: string;
  readonly helpPhone: string;
}

/** What was decided from the environment. Only the supervisor and the commands hold it. */
export interface Settings extends CommonSettings {
  /** The port that was asked for; without one the next free port is taken. */
  readonly port: number | undefined;
  readonly publicUrl: URL | undefined;
  readonly databaseUrl: string | undefined;
  /** Undefined: what stands already, else the province. */
  readonly sample: SampleName | undefined;
  readonly webSpare: boolean;
  readonly payment: PaymentAccount | undefined;
  readonly witnesses: readonly NamedWitness[];
  /** Whom signatures are trusted by and stamped by; undefined where results are not signed here. */
  readonly signing:
    | {
        readonly roots: readonly string[];
        readonly stampUrl: string | undefined;
        readonly hosts: readonly string[];
      }
    | undefined;
  /** Where keys of officers and agencies lie, when not in files. */
  readonly token: TokenPlace | undefined;
  /** Providers with whose keys citizens sign. */
  readonly remoteSigners: readonly RemoteSigner[];
  readonly vneid: ProviderAccount | undefined;
  readonly officers: ProviderAccount | undefined;
}

type Given = ValuesOf<typeof settingDefinitions>;
type Decision =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Loopback addresses and the name that always means this machine. */
export const isThisMachine = (host: string): boolean =>
  host === 'localhost' ||
  host.endsWith('.localhost') ||
  host === '::1' ||
  host === '[::1]' ||
  /^127\.\d+\.\d+\.\d+$/.test(host);

/** What the settings mean together; all faults at once. */
export function decideSettings(environment: Environment, root: string): Decision {
  const { values, faults } = readEnvironment(settingDefinitions, environment);
  const all = [...faults, ...contradictions(values)];
  return all.length > 0 ? { ok: false, faults: all } : { ok: true, settings: decided(values, root) };
}

const isLocal = ({ HOST, PUBLIC_URL }: Given): boolean =>
  isThisMachine(HOST ?? '127.0.0.1') && isThisMachine(PUBLIC_URL?.hostname ?? 'localhost');

function contradictions(given: Given): string[] {
  const { HOST, PUBLIC_URL, DEMO, METRICS, METRICS_TOKEN } = given;
  const faults: string[] = [];
  if (PUBLIC_URL?.protocol === 'http:' && !isThisMachine(PUBLIC_URL.hostname)) {
    faults.push(
      `PUBLIC_URL must begin with https:// (it is ${PUBLIC_URL.origin}): over plain http browsers do not keep the sign-in, and everybody on the way could read the dossiers. Plain http works for localhost only.`,
    );
  }
  if (DEMO === true && !isLocal(given)) {
    faults.push(
      'DEMO cannot be on where other machines come in (HOST or PUBLIC_URL is not this machine): everybody could sign in as anybody. Set DEMO=off, or leave out HOST and PUBLIC_URL.',
    );
  }
  if (HOST !== undefined && !isThisMachine(HOST) && PUBLIC_URL === undefined) {
    faults.push(
      `HOST=${HOST} lets other machines in, so PUBLIC_URL must say at which https address they come. Example: PUBLIC_URL=https://dichvucong.example.vn`,
    );
  }
  if (METRICS === 'token' && METRICS_TOKEN === undefined) {
    faults.push('METRICS=token needs METRICS_TOKEN, at least 16 letters, digits or signs.');
  }
  if (given.NPP_URL !== undefined) {
    const url = new URL(given.NPP_URL);
    if (url.protocol !== 'https:' && !isThisMachine(url.hostname))
      faults.push(`NPP_URL must begin with https://, not "${given.NPP_URL}".`);
    if (given.NPP_PARTNER === undefined || given.NPP_SECRET === undefined)
      faults.push('NPP_URL needs NPP_PARTNER and NPP_SECRET, which the payment platform gave this system.');
  }
  for (const kind of ['VNEID', 'OFFICER'] as const) {
    const issuer = given[`${kind}_ISSUER`];
    if (issuer === undefined) continue;
    const url = new URL(issuer);
    if (url.protocol !== 'https:' && !isThisMachine(url.hostname))
      faults.push(`${kind}_ISSUER must begin with https://, not "${issuer}".`);
    if (given[`${kind}_CLIENT_SECRET`] === undefined)
      faults.push(
        `${kind}_ISSUER needs ${kind}_CLIENT_SECRET, the secret that the provider gave this system.`,
      );
  }
  if (given.SIGNING_ROOTS !== undefined && readRoots(given.SIGNING_ROOTS) === undefined)
    faults.push(
      `SIGNING_ROOTS=${given.SIGNING_ROOTS} cannot be read, or holds no certificates in PEM (-----BEGIN CERTIFICATE-----).`,
    );
  if (
    given.TOKEN_MODULE !== undefined &&
    (given.TOKEN_LABEL === undefined || given.TOKEN_PIN_FILE === undefined)
  )
    faults.push('TOKEN_MODULE needs TOKEN_LABEL and TOKEN_PIN_FILE.');
  if (given.REMOTE_SIGNERS !== undefined && readRemoteSigners(given.REMOTE_SIGNERS) === undefined)
    faults.push(
      `REMOTE_SIGNERS=${given.REMOTE_SIGNERS} cannot be read, or is not a list of providers with key, name, url (https), clientId and clientSecret.`,
    );
  if (given.REMOTE_SIGNERS !== undefined && given.SIGNING_ROOTS === undefined)
    faults.push(
      'REMOTE_SIGNERS needs SIGNING_ROOTS: the authorities that answer for the certificates of citizens.',
    );
  return faults;
}

function decided(given: Given, root: string): Settings {
  const dataDir = path.resolve(root, given.DATA_DIR ?? '.data');
  const mail = given.MAIL ?? 'folder';
  return {
    root,
    dataDir,
    port: given.PORT,
    host: given.HOST ?? '127.0.0.1',
    publicUrl: given.PUBLIC_URL,
    databaseUrl: given.DATABASE_URL,
    sample: given.SAMPLE,
    webSpare: given.WEB_SPARE ?? true,
    demo: given.DEMO ?? (given.DATABASE_URL === undefined && isLocal(given)),
    logLevel: given.LOG_LEVEL ?? 'info',
    metrics: metricsAccess(given),
    webPool: given.WEB_POOL ?? 12,
    workerPool: given.WORKER_POOL ?? 6,
    maxUpload: (given.MAX_UPLOAD_MB ?? 20) * 1024 * 1024,
    codePattern: given.CODE_PATTERN ?? defaultCodePattern,
    mail: mail === 'folder' ? { folder: path.join(dataDir, 'mail') } : { smtp: mail },
    mailFrom: given.MAIL_FROM ?? 'Một Cửa <mot-cua@localhost>',
    helpPhone: given.HELP_PHONE ?? '1900 0000',
    payment:
      given.NPP_URL === undefined
        ? undefined
        : { url: given.NPP_URL, partner: given.NPP_PARTNER ?? '', secret: given.NPP_SECRET ?? '' },
    witnesses: readWitnesses(given.LOG_WITNESSES ?? '') ?? [],
    signing:
      given.SIGNING_ROOTS === undefined
        ? undefined
        : {
            roots: readRoots(given.SIGNING_ROOTS) ?? [],
            stampUrl: given.TIMESTAMP_URL,
            hosts: given.REVOCATION_HOSTS?.split(/[\s,]+/).filter(Boolean) ?? [],
          },
    token:
      given.TOKEN_MODULE === undefined
        ? undefined
        : {
            module: given.TOKEN_MODULE,
            label: given.TOKEN_LABEL ?? '',
            pinFile: given.TOKEN_PIN_FILE ?? '',
          },
    remoteSigners: (given.REMOTE_SIGNERS && readRemoteSigners(given.REMOTE_SIGNERS)) || [],
    vneid: account(given.VNEID_ISSUER, given.VNEID_CLIENT_ID, given.VNEID_CLIENT_SECRET),
    officers: account(given.OFFICER_ISSUER, given.OFFICER_CLIENT_ID, given.OFFICER_CLIENT_SECRET),
  };
}

function metricsAccess({ METRICS, METRICS_TOKEN }: Given): MetricsAccess {
  if (METRICS === 'on') return { kind: 'on' };
  return METRICS_TOKEN !== undefined && METRICS !== 'off'
    ? { kind: 'token', token: METRICS_TOKEN }
    : { kind: 'off' };
}

const account = (
  issuer: string | undefined,
  clientId = 'motcua',
  clientSecret = '',
): ProviderAccount | undefined => (issuer === undefined ? undefined : { issuer, clientId, clientSecret });
