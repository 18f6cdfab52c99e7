import type { Type } from '@nestjs/common';
import { IdentityModule, identityEntities } from '@app/identity';
import { platformEntities } from '@app/platform';
import { registryEntities, RegistryModule } from '@app/registry';

/** Every capability, lowest first. A new one is added here and nowhere else. */
export const capabilities: Type[] = [RegistryModule, IdentityModule];

/** Tables by lib: the migration generator writes a lib's migrations from its own list. */
export const entitiesByLib: Record<string, (new () => object)[]> = {
  platform: platformEntities,
  registry: registryEntities,
  identity: identityEntities,
};

export const entities = Object.values(entitiesByLib).flat();
