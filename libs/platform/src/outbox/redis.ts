import IORedis, { type RedisOptions } from 'ioredis';
import { log } from '../log/log';

/** Options for `redis://…` or `redis+unix:///path/to.sock`. */
export function redisOptions(url: string): RedisOptions {
  if (url.startsWith('redis+unix://')) return { path: url.slice('redis+unix://'.length) };
  const u = new URL(url);
  return {
    host: u.hostname,
    port: Number(u.port || 6379),
    ...(u.username ? { username: decodeURIComponent(u.username) } : {}),
    ...(u.password ? { password: decodeURIComponent(u.password) } : {}),
    ...(u.pathname.length > 1 ? { db: Number(u.pathname.slice(1)) } : {}),
    ...(u.protocol === 'rediss:' ? { tls: {} } : {}),
  };
}

/** @param blocking true for queue consumers (they must wait for ever), false where a caller wants a quick answer */
export function connectRedis(url: string, blocking: boolean): IORedis {
  const redis = new IORedis({
    ...redisOptions(url),
    lazyConnect: false,
    ...(blocking
      ? { maxRetriesPerRequest: null }
      : { maxRetriesPerRequest: 1, enableOfflineQueue: false, commandTimeout: 2000 }),
    retryStrategy: (times) => Math.min(times * 100, 2000),
  });
  let told = false;
  redis.on('error', (e: Error) => {
    if (!told) log.warn({ err: e.message }, 'Redis is not reachable; the outbox keeps all work until it is back');
    told = true;
  });
  redis.on('ready', () => (told = false));
  return redis;
}
