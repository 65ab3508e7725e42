export interface RemoteSigningOptions {
  /** Its name for people. */
  readonly provider: string;
  /** Where `/csc/v2` begins, without a slash at its end; https, or http on this machine. */
  readonly url: string;
  /** Where `/oauth2` begins, when it is elsewhere (`oauth2` in its answer to `info`). */
  readonly oauth?: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** An act takes at most so long, all its calls together; 10 s unless told. */
  readonly patienceMs?: number;
  readonly fetch?: typeof fetch;
}

/** @throws when an address is neither https nor on this machine, or the client is not named. */
export function checked(options: RemoteSigningOptions): RemoteSigningOptions & { readonly oauth: string } {
  const { url, oauth = url, clientId, clientSecret } = options;
  for (const address of [url, oauth]) {
    const { protocol, hostname } = new URL(address);
    const local = ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
    if (protocol !== 'https:' && !(local && protocol === 'http:'))
      throw new Error('A provider of remote signing is called by https only (http on this machine)');
  }
  if (clientId === '' || clientSecret === '')
    throw new Error('A provider of remote signing needs a client and its secret');
  return { ...options, url: url.replace(/\/$/, ''), oauth: oauth.replace(/\/$/, '') };
}
