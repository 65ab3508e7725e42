import { defaultCodePattern, isCodePattern } from '#capabilities/dossiers';
import { httpAddress, matching, oneOf, setting, settingText, wholeNumber, yesOrNo } from '#platform/config';
import { readWitnesses } from './public-log.ts';

const postgresAddress = (text: string): boolean => /^postgres(ql)?:\/\/[^\s]+$/.test(text);
const mailTarget = (text: string): boolean =>
  text === 'folder' || (/^smtps?:\/\/[^\s]+$/.test(text) && URL.canParse(text));

/** Every setting there is. `docs/reference/settings.md` and `motcua help settings` are made of this table. */
export const settingDefinitions = {
  PORT: setting({
    meaning: 'Port of the web server. A given port that is busy is refused.',
    otherwise: 'the next free port from 3000',
    example: '8080',
    read: wholeNumber(1, 65535),
  }),
  HOST: setting({
    meaning:
      'Address that the web server listens at. An address that other machines reach also needs PUBLIC_URL.',
    otherwise: '127.0.0.1, this machine only',
    example: '0.0.0.0',
    read: matching(/^[A-Za-z0-9.:_-]+$/, 'a host name or an IP address'),
  }),
  PUBLIC_URL: setting({
    meaning:
      'Address at which people come, for links, cookies and sign-in. Plain http is allowed for localhost only.',
    otherwise: 'http://localhost:<port>',
    example: 'https://dichvucong.example.vn',
    read: httpAddress,
  }),
  DATA_DIR: setting({
    meaning: 'Folder of all data: the embedded database, files, secrets, local mail. One process at a time.',
    otherwise: '.data in the folder of Một Cửa',
    example: '/var/lib/motcua',
    read: settingText,
  }),
  DATABASE_URL: setting({
    meaning:
      'Address of a PostgreSQL 15–18 to use instead of the embedded one, as a role that owns the database and may make roles. Một Cửa makes its own two roles there, which cannot bypass row-level security.',
    otherwise: 'the embedded PostgreSQL 18 in DATA_DIR',
    example: 'postgresql://motcua_owner:secret@db.example.vn:5432/motcua',
    secret: true,
    read: matching(postgresAddress, 'an address that begins with postgresql://'),
  }),
  DEMO: setting({
    meaning:
      'Invented people, sample dossiers and demo sign-ins. Refused at an address that other machines reach.',
    otherwise: 'on with the embedded database on this machine only, else off',
    example: 'off',
    read: yesOrNo,
  }),
  SAMPLE: setting({
    meaning:
      'What DEMO plants in an empty database: the province An Giang, or a ministry without territory. Refused where the other one stands.',
    otherwise: 'what stands already, else province',
    example: 'ministry',
    read: oneOf('province', 'ministry'),
  }),
  LOG_LEVEL: setting({
    meaning: 'How much is logged (JSON lines on standard error).',
    otherwise: 'info',
    example: 'debug',
    read: oneOf('debug', 'info', 'warn', 'error', 'silent'),
  }),
  METRICS: setting({
    meaning:
      'Who may read /metrics: nobody (off), who comes from this machine and shows METRICS_TOKEN (token), or everybody who reaches the address (on).',
    otherwise: 'token when METRICS_TOKEN is given, else off',
    example: 'token',
    read: oneOf('off', 'token', 'on'),
  }),
  METRICS_TOKEN: setting({
    meaning: 'Shown by the collector of metrics, which asks for /metrics?token=… on this machine.',
    otherwise: 'none',
    example: '5b0c6f1e9d2a4783',
    secret: true,
    read: matching(/^[\w.~+/=-]{16,}$/, 'at least 16 letters, digits or signs'),
  }),
  WEB_POOL: setting({
    meaning: 'Connections to the database that the web process may open.',
    otherwise: '12',
    example: '24',
    read: wholeNumber(2, 200),
  }),
  WEB_SPARE: setting({
    meaning:
      'A second web process stands by, loaded, and steps in within milliseconds when the first dies. Costs its memory.',
    otherwise: 'on',
    example: 'off',
    read: yesOrNo,
  }),
  WORKER_POOL: setting({
    meaning: 'Connections to the database that the worker may open.',
    otherwise: '6',
    example: '10',
    read: wholeNumber(2, 200),
  }),
  MAX_UPLOAD_MB: setting({
    meaning: 'Largest file a person may send, in megabytes; the pages say so beforehand.',
    otherwise: '20',
    example: '50',
    read: wholeNumber(1, 500),
  }),
  CODE_PATTERN: setting({
    meaning:
      'Pattern of dossier codes: {unit}, {yyMMdd} or {yyyyMMdd}, and {n:digits}. Codes that were given never change.',
    otherwise: defaultCodePattern,
    example: '{unit}-{yyyyMMdd}-{n:5}',
    read: matching(
      isCodePattern,
      'a pattern that begins with {unit} and has a date ({yyMMdd} or {yyyyMMdd}) and a number such as {n:4}',
    ),
  }),
  MAIL: setting({
    meaning:
      'Where e-mail goes: folder (files in DATA_DIR/mail, nothing leaves the machine) or an SMTP server.',
    otherwise: 'folder',
    example: 'smtps://user:secret@mail.example.vn:465',
    secret: true,
    read: matching(mailTarget, 'the word folder, or an address that begins with smtp:// or smtps://'),
  }),
  MAIL_FROM: setting({
    meaning: 'Sender of e-mail.',
    otherwise: 'Một Cửa <mot-cua@localhost>',
    example: 'Một Cửa An Giang <motcua@angiang.example.vn>',
    read: matching(/^[^\r\n]*[^\s<>@]+@[^\s<>@]+>?$/, 'a sender such as Một Cửa <motcua@example.vn>'),
  }),
  HELP_PHONE: setting({
    meaning: 'Telephone number for help that every page shows.',
    otherwise: '1900 0000',
    example: '0296 3 123 456',
    read: matching(/^\+?[\d ().-]{3,20}$/, 'a telephone number'),
  }),
  VNEID_ISSUER: setting({
    meaning:
      'OpenID Connect issuer for the sign-in of citizens. Not used with DEMO, which brings a simulator.',
    otherwise: 'none: citizens file with identity pending, or at a counter',
    example: 'https://vneid.example.vn',
    read: matching((text) => URL.canParse(text), 'an address'),
  }),
  VNEID_CLIENT_ID: setting({
    meaning: 'Name of this system at VNEID_ISSUER.',
    otherwise: 'motcua',
    example: 'motcua-angiang',
    read: settingText,
  }),
  VNEID_CLIENT_SECRET: setting({
    meaning: 'Secret of this system at VNEID_ISSUER.',
    otherwise: 'none',
    example: '…',
    secret: true,
    read: settingText,
  }),
  NPP_URL: setting({
    meaning:
      'Address of the national payment platform (protocol 1.0.6). Not used with DEMO, which brings a simulator.',
    otherwise: 'none: people pay by bank transfer or at a counter',
    example: 'https://thanhtoan.example.vn/api',
    read: matching((text) => URL.canParse(text), 'an address'),
  }),
  NPP_PARTNER: setting({
    meaning: 'Code of this system at NPP_URL (MaDoiTac).',
    otherwise: 'none',
    example: 'MOTCUA-AG',
    read: matching(/^[\w.-]{1,50}$/, 'letters, digits, dots and dashes'),
  }),
  NPP_SECRET: setting({
    meaning: 'Secret shared with NPP_URL, under which messages are signed.',
    otherwise: 'none',
    example: '…',
    secret: true,
    read: settingText,
  }),
  LOG_WITNESSES: setting({
    meaning:
      'Who keeps the public log honest: address and key of each witness (what `motcua witness` says at its start), parted by commas. More than half of them must have signed before a proof is given out. DEMO brings two.',
    otherwise: 'none: the log is signed by this system alone',
    example:
      'https://witness.example.vn witness.example.vn+598d2cd2+BCla1TUUdtzxwgl5TY6wSZFwkrCxTPT5j2+aCJ72wUJ8',
    read: matching((text) => readWitnesses(text) !== undefined, 'addresses, each with a key of a witness'),
  }),
  SIGNING_ROOTS: setting({
    meaning:
      'File (PEM) with the certificates of the authorities whose signatures are trusted. With it results are signed and cannot be issued unsigned. Not used with DEMO, which brings an authority.',
    otherwise: 'none: results are issued without electronic signatures',
    example: '/etc/motcua/roots.pem',
    read: matching(
      (text) => /\.(pem|crt|cer)$/i.test(text),
      'the path of a file that ends in .pem, .crt or .cer',
    ),
  }),
  TOKEN_MODULE: setting({
    meaning:
      'Library (PKCS#11) of the token in which keys of officers and agencies lie. Needs TOKEN_LABEL, TOKEN_PIN_FILE, and the optional package pkcs11js.',
    otherwise: 'none: keys lie in files',
    example: '/usr/lib/softhsm/libsofthsm2.so',
    read: matching((text) => text.startsWith('/'), 'the path of a library, from the root'),
  }),
  TOKEN_LABEL: setting({
    meaning: 'Label of the token.',
    otherwise: 'none',
    example: 'mot-cua',
    read: matching(/^.{1,32}$/u, 'a label of 1 to 32 letters'),
  }),
  TOKEN_PIN_FILE: setting({
    meaning: 'File whose first line is the PIN of the token. Readable by the product alone.',
    otherwise: 'none',
    example: '/etc/motcua/token.pin',
    read: matching((text) => text.startsWith('/'), 'the path of a file, from the root'),
  }),
  REMOTE_SIGNERS: setting({
    meaning:
      'File (JSON) that lists the providers of remote signing with whose keys citizens sign on the portal, and officers in the office (Cloud Signature Consortium, API v2): [{"key","name","url","clientId","clientSecret"}]. Needs SIGNING_ROOTS. Not used with DEMO, which brings one.',
    otherwise: 'none: procedures that ask for a signature cannot be filed online',
    example: '/etc/motcua/remote-signers.json',
    read: matching((text) => text.endsWith('.json'), 'the path of a file that ends in .json'),
  }),
  TIMESTAMP_URL: setting({
    meaning: 'Address of the time-stamping authority (RFC 3161) for signatures.',
    otherwise: 'none: signatures carry the time of this system',
    example: 'https://tsa.example.vn',
    read: matching((text) => URL.canParse(text), 'an address'),
  }),
  REVOCATION_HOSTS: setting({
    meaning:
      'Hosts that may be asked about revoked certificates (OCSP and lists), as certificates name them, parted by commas.',
    otherwise: 'none: nothing can be signed, for nobody answers about revocation',
    example: 'ocsp.ca.gov.vn, crl.ca.gov.vn',
    read: settingText,
  }),
  OFFICER_ISSUER: setting({
    meaning: 'OpenID Connect issuer of the province for the sign-in of officers. Not used with DEMO.',
    otherwise: 'none: only the break-glass administrator can sign in',
    example: 'https://sso.angiang.example.vn',
    read: matching((text) => URL.canParse(text), 'an address'),
  }),
  OFFICER_CLIENT_ID: setting({
    meaning: 'Name of this system at OFFICER_ISSUER.',
    otherwise: 'motcua',
    example: 'motcua',
    read: settingText,
  }),
  OFFICER_CLIENT_SECRET: setting({
    meaning: 'Secret of this system at OFFICER_ISSUER.',
    otherwise: 'none',
    example: '…',
    secret: true,
    read: settingText,
  }),
} as const;
