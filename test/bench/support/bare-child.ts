// A bare HTTP server that answers a constant of so many bytes: what the machine could do at most.
import http from 'node:http';

const body = Buffer.alloc(Number(process.argv[2] ?? 1000), 'a');
const server = http.createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' && address ? address.port : 0);
});
process.on('disconnect', () => process.exit(0));
