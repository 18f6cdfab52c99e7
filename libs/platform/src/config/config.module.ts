import { Global, Module } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, systemClock } from '@app/kernel';
import { type Config, readConfig } from './config';

export const CONFIG = Symbol('Config');
export const CLOCK = Symbol('Clock');

/** A key of this installation, kept under the data folder; made once, readable by the owner only. */
export function localKey(dataDir: string, name: string): Buffer {
  const dir = join(dataDir, 'keys');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const file = join(dir, `${name.toLowerCase()}.key`);
  const temp = `${file}.${process.pid}.tmp`;
  try {
    return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  } catch {
    writeFileSync(temp, randomBytes(32).toString('base64') + '\n', { mode: 0o600 });
    try {
      // link fails when the file exists: of two processes starting together one key wins, for both.
      linkSync(temp, file);
    } catch {
      /* the other process was first */
    }
    rmSync(temp, { force: true });
    return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  }
}

let cached: Config | undefined;
/** The process's configuration, read once. @throws ConfigFault with every fault */
export function loadConfig(): Config {
  return (cached ??= readConfig(process.env, localKey));
}

@Global()
@Module({
  providers: [
    { provide: CONFIG, useFactory: loadConfig },
    { provide: CLOCK, useValue: systemClock satisfies Clock },
  ],
  exports: [CONFIG, CLOCK],
})
export class ConfigModule {}
