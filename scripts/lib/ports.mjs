import net from 'node:net';
import { PlainError } from './say.mjs';

const canListen = (port, host) =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });

/** Both looks: a program on 127.0.0.1 alone would answer our readiness question in our place. */
export const portIsFree = async (port, host = '0.0.0.0') =>
  (await canListen(port, host)) && (await canListen(port, '127.0.0.1'));

export const portTaken = (port) =>
  new PlainError(
    `Port ${port} is taken by another program (or this user may not use it). Choose another: KX_PORT=${port === 3000 ? 3100 : port + 1} npm start`,
    { exitCode: 2 },
  );

/** A port the system says is free just now. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
