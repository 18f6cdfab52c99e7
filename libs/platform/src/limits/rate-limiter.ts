import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type IORedis from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '@app/kernel';
import type { Config } from '../config/config';
import { CONFIG } from '../config/config.module';
import { connectRedis } from '../outbox/redis';

/** Counts tries per key. In Redis, and per process while Redis is away: a limit never opens because a server fell over. */
@Injectable()
export class RateLimiter implements OnModuleDestroy {
  private redis?: IORedis;
  private readonly limiters = new Map<string, RateLimiterRedis>();
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  private limiter(bucket: string, points: number, seconds: number): RateLimiterRedis {
    const id = `${bucket}:${points}:${seconds}`;
    let l = this.limiters.get(id);
    if (!l) {
      this.redis ??= connectRedis(this.config.redisUrl, false);
      const options = { points, duration: seconds, keyPrefix: `{kx}:limit:${bucket}` };
      l = new RateLimiterRedis({
        ...options,
        storeClient: this.redis,
        insuranceLimiter: new RateLimiterMemory(options),
      });
      this.limiters.set(id, l);
    }
    return l;
  }

  /**
   * Counts one try.
   * @param points tries allowed per `seconds`
   * @throws DomainError PLATFORM_TOO_MANY {limit, minutes}
   */
  async take(bucket: string, key: string, points: number, seconds: number): Promise<void> {
    try {
      await this.limiter(bucket, points, seconds).consume(key);
    } catch (e) {
      if (!(e instanceof RateLimiterRes)) throw e;
      throw new DomainError('PLATFORM_TOO_MANY', {
        limit: points,
        minutes: Math.max(1, Math.ceil(e.msBeforeNext / 60_000)),
      });
    }
  }

  onModuleDestroy(): void {
    this.redis?.disconnect();
  }
}
