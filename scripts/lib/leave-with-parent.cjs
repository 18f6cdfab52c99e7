// Loaded before http and worker: when `npm start` is killed outright, they must not stay behind holding the port.
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
