// The floor: bare Socket.io, WebSocket only. One emit for each command, acked at once, nothing stored, nothing checked.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false });
io.on('connection', (socket) => {
	socket.on('card', (card: unknown, ack: (answer: object) => void) => {
		io.emit('card', card);
		ack({ is: 'saved', seq: 0 });
	});
});
http.listen(0, '127.0.0.1', () => {
	process.stdout.write(`http://127.0.0.1:${(http.address() as AddressInfo).port}\n`);
});
