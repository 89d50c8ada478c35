// @ts-nocheck Its packages are installed with the bench alone.
// The stock server of y-websocket with its LevelDB persistence (YPERSISTENCE), as its own server.js starts it, on the
// newest ws. It prints its address.
import { createServer } from 'node:http';
import { setupWSConnection } from '@y/websocket-server/utils';
import { WebSocketServer } from 'ws';

const sockets = new WebSocketServer({ noServer: true });
sockets.on('connection', setupWSConnection);

const server = createServer();
server.on('upgrade', (request, socket, head) => {
	sockets.handleUpgrade(request, socket, head, (connected) => sockets.emit('connection', connected, request));
});
server.listen(0, '127.0.0.1', () => {
	const address = server.address();
	const port = address !== null && typeof address === 'object' ? address.port : 0;
	process.stdout.write(`ws://127.0.0.1:${port}\n`);
});
