import 'reflect-metadata';

const HELP = `kx — the command line of Kangxun

  kx migrate                     bring the database schema to this build's version
  kx seed                        load starter content (and the demo organisation in the demo profile), once
  kx accounts                    print the demo accounts by role
  kx redrive [--all | HANDLER]   list failed work, or give it another round
  kx verify                      check the audit chain, every certificate and every frozen figure
  kx calc NAME < case.json       run one of the product's rules on a case; see docs/calc.md
  kx schema [--out FILE]         print the GraphQL schema
  kx generate-migration LIB      write migrations for what a lib's entities have and the schema lacks
`;

type Command = (args: string[]) => Promise<number>;

/** Commands are loaded when called: `calc` must not wait for a database driver. */
const commands: Record<string, () => Command> = {
  migrate: () => (require('./commands/migrate') as typeof import('./commands/migrate')).migrateCommand,
  seed: () => (require('./commands/seed') as typeof import('./commands/seed')).seedCommand,
  accounts: () => (require('./commands/accounts') as typeof import('./commands/accounts')).accountsCommand,
  redrive: () => (require('./commands/redrive') as typeof import('./commands/redrive')).redriveCommand,
  verify: () => (require('./commands/verify') as typeof import('./commands/verify')).verifyCommand,
  calc: () => (require('./calc/main') as typeof import('./calc/main')).calcMain,
  schema: () => (require('./commands/schema') as typeof import('./commands/schema')).schemaCommand,
  'generate-migration': () =>
    (require('./commands/generate-migration') as typeof import('./commands/generate-migration'))
      .generateMigrationCommand,
};

async function main(): Promise<number> {
  const [name, ...args] = process.argv.slice(2);
  if (!name || name === '--help' || name === 'help' || args.includes('--help')) {
    process.stdout.write(HELP);
    return name ? 0 : 2;
  }
  const load = commands[name];
  if (!load) {
    process.stderr.write(`kx has no command ${name}\n\n${HELP}`);
    return 2;
  }
  return load()(args);
}

main().then(
  (code) => process.exit(code),
  (e: unknown) => {
    console.error(
      e instanceof Error && e.name === 'ConfigFault'
        ? e.message
        : e instanceof Error
          ? (e.stack ?? e.message)
          : String(e),
    );
    // An open database pool would keep the process alive for ever.
    process.exit(1);
  },
);
