import { createTransport } from 'nodemailer';
import { done, refused } from '#kernel/outcome';
import type { MailPort } from '#ports/messages';
import { fieldsOf, isSafeAddress, type Sender } from './compose.ts';

export interface SmtpOptions extends Sender {
  /** `smtps://user:password@host:465` or `smtp://host:587` */
  readonly url: string;
  /** An answer within this time, in ms; below the lease of a delivery. */
  readonly timeoutMs?: number;
}

/** E-mail through a mail server. A lasting refusal (5xx to the recipient) is final, everything else is tried again. */
export function mailBySmtp({ url, timeoutMs = 6000, from }: SmtpOptions): MailPort {
  const transport = createTransport({
    url,
    connectionTimeout: timeoutMs / 2,
    greetingTimeout: timeoutMs / 2,
    socketTimeout: timeoutMs / 2,
    dnsTimeout: timeoutMs / 2,
  });
  return {
    async send(mail) {
      if (!isSafeAddress(mail.to)) return refused({ code: 'address-refused' });
      const late = Promise.withResolvers<never>();
      const timer = setTimeout(() => late.reject(new Error('timeout')), timeoutMs);
      try {
        const sent = await Promise.race([transport.sendMail(fieldsOf({ from }, mail)), late.promise]);
        return done({ receipt: sent.messageId });
      } catch (error) {
        const { responseCode, code } = error as { responseCode?: number; code?: string };
        const final = code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 550;
        const answer = [code ?? 'timeout', responseCode].filter(Boolean).join(' ');
        return refused({ code: final ? 'address-refused' : 'unreachable', details: { answer } });
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
