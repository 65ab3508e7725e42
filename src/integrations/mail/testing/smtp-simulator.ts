import { createServer, type Socket } from 'node:net';

export interface SmtpSimulator {
  readonly url: string;
  /** Messages accepted, as they came over the wire, with their envelope. */
  readonly received: { readonly to: readonly string[]; readonly data: string }[];
  /** Answers given instead of the usual ones, by command. */
  readonly answers: Map<string, string>;
  close(): Promise<void>;
}

/** A mail server of the least kind (RFC 5321, without extensions), for tests on the loopback. */
export async function startSmtpSimulator(): Promise<SmtpSimulator> {
  const received: { to: string[]; data: string }[] = [];
  const answers = new Map<string, string>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    let to: string[] = [];
    let data: string | undefined;
    let rest = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 simulator');
    socket.setEncoding('utf8').on('data', (chunk) => {
      rest += String(chunk);
      for (let at = rest.indexOf('\r\n'); at >= 0; at = rest.indexOf('\r\n')) {
        const line = rest.slice(0, at);
        rest = rest.slice(at + 2);
        if (data !== undefined) {
          if (line !== '.') data += `${line}\n`;
          else {
            received.push({ to, data });
            [to, data] = [[], undefined];
            say('250 kept');
          }
          continue;
        }
        const verb = line.split(/[ :]/)[0]?.toUpperCase() ?? '';
        const answer = answers.get(verb);
        if (answer !== undefined) say(answer);
        else if (verb === 'RCPT') {
          to.push(/<([^>]*)>/.exec(line)?.[1] ?? '');
          say('250 ok');
        } else if (verb === 'DATA') {
          data = '';
          say('354 go on');
        } else say(verb === 'QUIT' ? '221 bye' : '250 ok');
      }
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    answers,
    close: () =>
      new Promise((closed) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => closed());
      }),
  };
}
