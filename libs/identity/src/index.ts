export { identityEntities } from './data/identity.entities';
export { IdentityModule } from './identity.module';
