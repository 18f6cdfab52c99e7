import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { NestLog } from '@app/platform';
import { AppModule } from '../app.module';

/** Runs a command with all capabilities composed, without http and without consuming the queue. */
export async function withApp<T>(fn: (app: INestApplicationContext) => Promise<T>, graphql = false): Promise<T> {
  const app = await NestFactory.createApplicationContext(AppModule.with({ graphql }), {
    logger: new NestLog(),
    abortOnError: false,
  });
  try {
    return await fn(app);
  } finally {
    await app.close();
  }
}
