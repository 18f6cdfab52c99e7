import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePerson1795299999596 implements MigrationInterface {
  name = '20261121T222639-create-person-1795299999596';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`person\` (\`id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`citizen_id_sealed\` varchar(512) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`citizen_id_index\` char(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`citizen_id_tail\` varchar(4) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`name\` varchar(60) NOT NULL,
      \`name_pinyin\` varchar(120) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`name_initials\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`sex\` varchar(1) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`birth_date\` date NOT NULL,
      \`phone_sealed\` varchar(512) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`phone_index\` char(64) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`died_on\` date NULL,
      \`merged_into_id\` char(36) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`recorded_at\` datetime(3) NOT NULL,
      \`updated_at\` datetime(3) NOT NULL,
      INDEX \`ix_person_phone\` (\`phone_index\`),
      INDEX \`ix_person_tail\` (\`citizen_id_tail\`),
      INDEX \`ix_person_initials\` (\`name_initials\`),
      INDEX \`ix_person_pinyin\` (\`name_pinyin\`),
      INDEX \`ix_person_name\` (\`name\`),
      UNIQUE INDEX \`uq_person_citizen_id\` (\`citizen_id_index\`),
      PRIMARY KEY (\`id\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`person\``);
  }
}
