/** The ways out for e-mail: a folder at home, or a mail server. */
export { mailToFolder } from './local-sink.ts';
export { mailBySmtp } from './smtp.ts';
