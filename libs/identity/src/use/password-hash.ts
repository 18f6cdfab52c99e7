import { Algorithm, hash, verify } from '@node-rs/argon2';

// ASVS 5.0 App. C: argon2id, m ≥ 47,104 KiB, t = 1, p = 1.
const OPTIONS = {
  algorithm: 2 satisfies Algorithm.Argon2id as Algorithm,
  memoryCost: 47_104,
  timeCost: 1,
  parallelism: 1,
};

export const hashPassword = (password: string): Promise<string> => hash(password, OPTIONS);

let decoy: Promise<string> | undefined;

/** Made at boot: the first stranger must not wait longer than the second. */
export const warmDecoy = (): Promise<string> => (decoy ??= hashPassword('nobody has this password'));

/** Checks a password; without a stored hash the same work is done, so that a stranger cannot tell the two apart by time. */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  const target = stored ?? (await warmDecoy());
  const fits = await verify(target, password).catch(() => false);
  return fits && Boolean(stored);
}
