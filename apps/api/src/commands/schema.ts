import { writeFileSync } from 'node:fs';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { NestLog } from '@app/platform';
import { AppModule } from '../app.module';

const HEAD = '# Generated from the code by `npm run generate`. Do not edit.\n\n';

/** `kx schema --out FILE`: the contract between pages and API. */
export async function schemaCommand(args: string[]): Promise<number> {
  const out = args[args.indexOf('--out') + 1];
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with({ graphql: true }),
    new FastifyAdapter(),
    { logger: new NestLog(), abortOnError: false },
  );
  await app.init();
  const sdl = HEAD + printSchema(lexicographicSortSchema(app.get(GraphQLSchemaHost).schema)) + '\n';
  await app.close();
  if (out && args.includes('--out')) writeFileSync(out, sdl);
  else process.stdout.write(sdl);
  return 0;
}
