import type { Type } from '@nestjs/common';
import { accreditationEntities, AccreditationModule } from '@app/accreditation';
import { coursesEntities, CoursesModule } from '@app/courses';
import { credentialsEntities, CredentialsModule } from '@app/credentials';
import { examsEntities, ExamsModule } from '@app/exams';
import { IdentityModule, identityEntities } from '@app/identity';
import { noticesEntities, NoticesModule } from '@app/notices';
import { plansEntities, PlansModule } from '@app/plans';
import { platformEntities } from '@app/platform';
import { programmesEntities, ProgrammesModule } from '@app/programmes';
import { registryEntities, RegistryModule } from '@app/registry';
import { workforceEntities, WorkforceModule } from '@app/workforce';

/** Every capability, lowest first. A new one is added here and nowhere else. */
export const capabilities: Type[] = [
  RegistryModule,
  IdentityModule,
  AccreditationModule,
  ProgrammesModule,
  CoursesModule,
  ExamsModule,
  CredentialsModule,
  WorkforceModule,
  PlansModule,
  NoticesModule,
];

/** Tables by lib: the migration generator writes a lib's migrations from its own list. */
export const entitiesByLib: Record<string, (new () => object)[]> = {
  platform: platformEntities,
  registry: registryEntities,
  identity: identityEntities,
  accreditation: accreditationEntities,
  programmes: programmesEntities,
  courses: coursesEntities,
  exams: examsEntities,
  credentials: credentialsEntities,
  workforce: workforceEntities,
  plans: plansEntities,
  notices: noticesEntities,
};

export const entities = Object.values(entitiesByLib).flat();
