export { noticesEntities } from './data/notices.entities';
export { NoticesModule } from './notices.module';
