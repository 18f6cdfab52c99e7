import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRegion1795299995595 implements MigrationInterface {
  name = '20261121T222635-create-region-1795299995595';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`CREATE TABLE IF NOT EXISTS \`region\` (\`code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`valid_from\` date NOT NULL,
      \`valid_to\` date NULL,
      \`name\` varchar(60) NOT NULL,
      \`kind\` varchar(20) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`parent_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`autonomous\` tinyint NOT NULL DEFAULT '0',
      \`successor_code\` varchar(6) CHARACTER SET "ascii" COLLATE "ascii_bin" NULL,
      \`pinyin\` varchar(80) CHARACTER SET "ascii" COLLATE "ascii_bin" NOT NULL,
      \`name_en\` varchar(120) NOT NULL,
      \`note\` varchar(300) NULL,
      INDEX \`ix_region_parent\` (\`parent_code\`),
      PRIMARY KEY (\`code\`, \`valid_from\`)) ENGINE=InnoDB`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`DROP TABLE \`region\``);
  }
}
