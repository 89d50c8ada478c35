import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Config } from './config.ts';

/** The address cannot be listened on. The message is a sentence for the operator. */
export class PortRefused extends Error {}

/**
 * Listens where the operator said.
 * @throws PortRefused
 */
export async function listen(server: Server, { host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
	// Rejects when the server emits an error instead.
	const listening = once(server, 'listening');
	server.listen(port, host ?? undefined);
	try {
		await listening;
	} catch (cause) {
		throw new PortRefused(sentences[codeOf(cause)]?.(port, host ?? 'every address') ?? unexpected(port, cause), {
			cause
		});
	}
}

const sentences: Readonly<Record<string, (port: number, host: string) => string>> = {
	EADDRINUSE: (port) =>
		`Port ${port} is taken by another program. Stop that program, or choose another port, such as PORT=${port + 1}.`,
	EACCES: (port) => `This user may not listen on port ${port}. Choose a port above 1023, such as PORT=3000.`,
	EADDRNOTAVAIL: (_port, host) => `This machine has no address ${host}. Set HOST to one that it has, or leave it out.`,
	ENOTFOUND: (_port, host) =>
		`The address ${host} is not known. Set HOST to an address of this machine, or leave it out.`
};

function unexpected(port: number, cause: unknown): string {
	return `The server cannot listen on port ${port} (${codeOf(cause)}). Choose another port, such as PORT=3000.`;
}

function codeOf(cause: unknown): string {
	return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}
