import { createTransport } from 'nodemailer';
import { cleanText } from '#kernel/text';
import type { Mail } from '#ports/messages';

export interface Sender {
  /** `Một Cửa <no-reply@example.gov.vn>` */
  readonly from: string;
}

/** Characters that could end a header or begin another address or recipient. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const unsafe = /[\u0000-\u001f\u007f\s,;<>"()[\]\\]/;
export const isSafeAddress = (address: string): boolean =>
  !unsafe.test(address) && /^[^@]{1,64}@[^@]{3,253}$/.test(address);

const oneLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').slice(0, 200);

const domainOf = (from: string): string => /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';

/** What both ways out are given: the key becomes the Message-ID, by which a repetition is known. */
export const fieldsOf = (sender: Sender, mail: Mail) => ({
  from: sender.from,
  to: { name: '', address: mail.to },
  subject: oneLine(mail.subject),
  text: mail.text,
  date: new Date(mail.at),
  messageId: `<${mail.key}@${domainOf(sender.from)}>`,
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** The message as it would travel (RFC 5322). */
export async function composeMessage(sender: Sender, mail: Mail): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  const { message } = await transport.sendMail(fieldsOf(sender, mail));
  if (!Buffer.isBuffer(message)) throw new Error('A composed message is a buffer');
  return message;
}
