import { readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';

const flag = z.enum(['true', 'false']).transform((v) => v === 'true');
const key32 = z.string().refine((v) => Buffer.from(v, 'base64').length === 32, 'must be 32 bytes in base64');

const schema = z.object({
  KX_PROFILE: z.enum(['demo', 'production', 'test']).default('production'),
  DATABASE_URL: z.string().regex(/^(mysql|mariadb):\/\//, 'must start with mysql://'),
  REDIS_URL: z.string().regex(/^(redis|rediss|redis\+unix):\/\//, 'must start with redis:// or redis+unix://'),
  KX_PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  KX_HOST: z.string().default('0.0.0.0'),
  KX_PUBLIC_URL: z.url().default('http://localhost:3000'),
  KX_DATA_DIR: z.string().default('.data'),
  KX_FILES: z.string().optional(),
  KX_S3_ACCESS_KEY: z.string().optional(),
  KX_S3_SECRET_KEY: z.string().optional(),
  KX_DATA_KEY: key32.optional(),
  KX_INDEX_KEY: key32.optional(),
  KX_AUDIT_KEY: key32.optional(),
  KX_LINK_KEY: key32.optional(),
  KX_SIGNING_KEY_FILE: z.string().optional(),
  KX_SIGNING_CERT_FILE: z.string().optional(),
  KX_STAFF_TOTP: z.enum(['required', 'offered']).optional(),
  KX_TRUST_PROXY: flag.default(false),
  KX_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  KX_DB_POOL: z.coerce.number().int().min(2).max(256).default(24),
  KX_WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4),
  KX_WEB_DIR: z.string().default('apps/web/build'),
});

/** Everything the product reads from its surroundings, read once. */
export interface Config {
  profile: 'demo' | 'production' | 'test';
  databaseUrl: string;
  redisUrl: string;
  port: number;
  host: string;
  publicUrl: string;
  dataDir: string;
  /** `file:<dir>` or `s3://bucket?endpoint=https://…&region=…` */
  files: string;
  s3?: { accessKey: string; secretKey: string };
  keys: { data: Buffer; index: Buffer; audit: Buffer; link: Buffer };
  signing?: { keyFile: string; certFile: string };
  staffTotp: 'required' | 'offered';
  trustProxy: boolean;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  dbPool: number;
  workerConcurrency: number;
  webDir: string;
  /** Folder of the repository: assets and starter content are read from it. */
  root: string;
}

export class ConfigFault extends Error {
  override name = 'ConfigFault';
  constructor(readonly faults: string[]) {
    super(`Configuration is not usable:\n${faults.map((f) => `  - ${f}`).join('\n')}`);
  }
}

/** The folder that holds package.json, found upwards from the compiled file, so it works from `dist/` and from sources. */
export function repositoryRoot(from = __dirname): string {
  for (let dir = from; dir !== resolve(dir, '..'); dir = resolve(dir, '..')) {
    try {
      if (JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')).name === 'kangxun') return dir;
    } catch {
      /* not here: look one folder up */
    }
  }
  throw new Error('The repository folder was not found above ' + from);
}

/** Fixed keys are for demonstration and tests only; production must bring its own. */
function keyFor(
  name: string,
  given: string | undefined,
  profile: string,
  faults: string[],
  local: (n: string) => Buffer,
): Buffer {
  if (given) return Buffer.from(given, 'base64');
  if (profile !== 'production') return local(name);
  faults.push(`${name} is required in production (32 random bytes in base64)`);
  return Buffer.alloc(32);
}

/**
 * Reads and checks the environment. All faults are listed together.
 * @param localKey makes or reads a key kept in the data folder (demo and test profiles)
 * @throws ConfigFault
 */
export function readConfig(
  env: Record<string, string | undefined>,
  localKey: (dataDir: string, name: string) => Buffer,
): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, v]) => v !== undefined && v !== ''));
  const parsed = schema.safeParse(present);
  if (!parsed.success) throw new ConfigFault(parsed.error.issues.map((i) => `${i.path.join('.')} ${i.message}`));
  const e = parsed.data;
  const faults: string[] = [];
  const root = repositoryRoot();
  const dataDir = isAbsolute(e.KX_DATA_DIR) ? e.KX_DATA_DIR : join(root, e.KX_DATA_DIR);
  const key = (name: string, given: string | undefined) =>
    keyFor(name, given, e.KX_PROFILE, faults, (n) => localKey(dataDir, n));
  const files = e.KX_FILES ?? `file:${join(dataDir, 'files')}`;
  if (!/^(file:|s3:\/\/)/.test(files)) faults.push('KX_FILES must be file:<folder> or s3://bucket?endpoint=…');
  if (files.startsWith('s3:') && !(e.KX_S3_ACCESS_KEY && e.KX_S3_SECRET_KEY))
    faults.push('KX_S3_ACCESS_KEY and KX_S3_SECRET_KEY are required with an s3:// file store');
  if (Boolean(e.KX_SIGNING_KEY_FILE) !== Boolean(e.KX_SIGNING_CERT_FILE))
    faults.push('KX_SIGNING_KEY_FILE and KX_SIGNING_CERT_FILE go together');
  if (e.KX_PROFILE === 'production' && !e.KX_SIGNING_KEY_FILE)
    faults.push('KX_SIGNING_KEY_FILE and KX_SIGNING_CERT_FILE are required in production: certificates are signed');
  if (e.KX_PROFILE === 'production' && e.KX_STAFF_TOTP === 'offered')
    faults.push('KX_STAFF_TOTP=offered is for demonstration only; staff need a second factor in production');
  const config: Config = {
    profile: e.KX_PROFILE,
    databaseUrl: e.DATABASE_URL,
    redisUrl: e.REDIS_URL,
    port: e.KX_PORT,
    host: e.KX_HOST,
    publicUrl: e.KX_PUBLIC_URL.replace(/\/$/, ''),
    dataDir,
    files,
    s3: e.KX_S3_ACCESS_KEY ? { accessKey: e.KX_S3_ACCESS_KEY, secretKey: e.KX_S3_SECRET_KEY! } : undefined,
    keys: {
      data: key('KX_DATA_KEY', e.KX_DATA_KEY),
      index: key('KX_INDEX_KEY', e.KX_INDEX_KEY),
      audit: key('KX_AUDIT_KEY', e.KX_AUDIT_KEY),
      link: key('KX_LINK_KEY', e.KX_LINK_KEY),
    },
    signing: e.KX_SIGNING_KEY_FILE ? { keyFile: e.KX_SIGNING_KEY_FILE, certFile: e.KX_SIGNING_CERT_FILE! } : undefined,
    staffTotp: e.KX_STAFF_TOTP ?? (e.KX_PROFILE === 'demo' ? 'offered' : 'required'),
    trustProxy: e.KX_TRUST_PROXY,
    logLevel: e.KX_LOG_LEVEL,
    dbPool: e.KX_DB_POOL,
    workerConcurrency: e.KX_WORKER_CONCURRENCY,
    webDir: isAbsolute(e.KX_WEB_DIR) ? e.KX_WEB_DIR : join(root, e.KX_WEB_DIR),
    root,
  };
  if (faults.length) throw new ConfigFault(faults);
  return config;
}
