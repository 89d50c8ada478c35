// Loaded first in the process that does the work. That process stands in a group of its own, so a bootstrap that
// is killed without a chance to pass the signal on would leave it behind, with its port taken.
if (process.channel && process.env.MATCHBOARD_PARENT === String(process.ppid)) {
	process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
	process.channel.unref();
}
