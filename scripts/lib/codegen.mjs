// Types of the pages' GraphQL documents, from schema.graphql: graphql-codegen's client preset without its 240-package CLI.
import fs from 'node:fs';
import path from 'node:path';
import { filesUnder } from './inputs.mjs';
import { PlainError } from './say.mjs';
import { ROOT } from './settings.mjs';

const WEB = 'apps/web/src';
export const GQL_FOLDER = `${WEB}/lib/gql`;
const DOCUMENT = /\bgraphql\(\s*(?:\/\* *GraphQL *\*\/\s*)?`([^`]*)`/g;

const CONFIG = {
  documentMode: 'string', // the page sends the text: no GraphQL library in the browser
  useTypeImports: true,
  enumsAsTypes: true,
  // Days, instants, big numbers and ids travel as strings.
  defaultScalarType: 'string',
  scalars: { JSON: 'unknown', Json: 'unknown' },
};

function documentsOf({ parse }) {
  const pages = filesUnder(WEB, (name) => /\.(ts|svelte)$/.test(name) && !name.startsWith(GQL_FOLDER));
  return pages.flatMap((location) => {
    const source = fs.readFileSync(path.join(ROOT, location), 'utf8');
    return [...source.matchAll(DOCUMENT)].map(([, rawSDL]) => {
      try {
        return { location, rawSDL, document: parse(rawSDL) };
      } catch (error) {
        throw new PlainError(`${location}: a GraphQL document cannot be read: ${error.message}`, { exitCode: 5 });
      }
    });
  });
}

/** Each document against the schema, with the page's name: codegen's own message names no file. */
function check(documents, schema, { validate, specifiedRules, concatAST }) {
  const alone = new Set(['KnownFragmentNamesRule', 'NoUnusedFragmentsRule']); // fragments may stand in another file
  const rules = specifiedRules.filter((rule) => !alone.has(rule.name));
  const faults = documents.flatMap(({ location, document }) =>
    validate(schema, document, rules).map((error) => `${location}: ${error.message}`),
  );
  const all = concatAST(documents.map(({ document }) => document));
  if (!faults.length && documents.length) faults.push(...validate(schema, all).map((error) => error.message));
  if (faults.length) {
    throw new PlainError(`Pages ask for what the schema does not have:\n${[...new Set(faults)].join('\n')}`, {
      exitCode: 5,
    });
  }
}

/** @returns {Promise<Record<string, string>>} file name relative to the repository → content */
export async function generateClient(sdl) {
  const graphql = await import('graphql');
  const { codegen } = await import('@graphql-codegen/core');
  const { preset } = await import('@graphql-codegen/client-preset');
  const schema = graphql.buildSchema(sdl);
  const documents = documentsOf(graphql);
  check(documents, schema, graphql);
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: `${GQL_FOLDER}/`,
    schema: graphql.parse(sdl),
    schemaAst: schema,
    documents,
    config: CONFIG,
    presetConfig: { fragmentMasking: false },
    plugins: [],
    pluginMap: {},
    importExtension: '.js',
    emitLegacyCommonJSImports: false,
  });
  const files = await Promise.all(sections.map(async (section) => [section.filename, await codegen(section)]));
  return Object.fromEntries(files);
}
