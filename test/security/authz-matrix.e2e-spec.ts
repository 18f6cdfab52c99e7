import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLOutputType,
} from 'graphql';
import { parse } from 'yaml';
import { type Operation, OperationRegistry, repositoryRoot, type RoleCode, ROLES } from '@app/platform';
import { testApp, type TestApp, type TestUser } from '../support/app';

type Line = RoleCode[] | 'SIGNED_IN' | { allow: 'PUBLIC'; why: string };
type Matrix = Record<'Query' | 'Mutation', Record<string, Line>>;

const text = readFileSync(join(repositoryRoot(), 'security/authz.matrix.yml'), 'utf8');
const matrix = parse(text) as Matrix;
const ADMINS: RoleCode[] = ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'];

const allowOf = (line: Line): string[] => {
  if (Array.isArray(line)) return [...line].sort();
  return [line === 'SIGNED_IN' ? 'SIGNED_IN' : line.allow];
};

let kx: TestApp;
let schema: GraphQLSchema;
let operations: Operation[];
beforeAll(async () => {
  kx = await testApp();
  schema = kx.get<GraphQLSchemaHost>(GraphQLSchemaHost).schema;
  operations = kx.get<OperationRegistry>(OperationRegistry).list();
});
afterAll(() => kx.close());

const fieldOf = (o: Operation): GraphQLField<unknown, unknown> =>
  (o.kind === 'Query' ? schema.getQueryType()! : schema.getMutationType()!).getFields()[o.name]!;

/** A literal that the schema accepts, for calls that must be refused before anything is looked at. */
function literal(type: GraphQLInputType, depth = 0): string {
  if (isNonNullType(type)) return literal(type.ofType, depth);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((f) => isNonNullType(f.type) && f.defaultValue === undefined);
    return `{ ${fields.map((f) => `${f.name}: ${literal(f.type, depth + 1)}`).join(', ')} }`;
  }
  if (!isScalarType(type)) throw new Error(`No dummy for ${String(type)}`);
  if (type.name === 'Int' || type.name === 'Float') return '1';
  if (type.name === 'Boolean') return 'true';
  if (type.name === 'DateTime') return '"2026-01-01T00:00:00.000Z"';
  return '"01990000-0000-7000-8000-000000000000"';
}

/** The shallowest selection of a result: one scalar, found downwards when there is none at the top. */
function selection(type: GraphQLOutputType, depth = 0): string {
  if (isNonNullType(type) || isListType(type)) return selection(type.ofType, depth);
  if (!isObjectType(type) || depth > 5) return '';
  return ' { __typename }';
}

function documentOf(o: Operation): string {
  const field = fieldOf(o);
  const args = field.args.filter((a) => isNonNullType(a.type) && a.defaultValue === undefined);
  const given = args.length ? `(${args.map((a) => `${a.name}: ${literal(a.type)}`).join(', ')})` : '';
  return `${o.kind.toLowerCase()} { ${o.name}${given}${selection(field.type)} }`;
}

describe('the file and the code say the same', () => {
  test('every operation is listed with exactly its roles, and no line is left over', () => {
    const code = Object.fromEntries(operations.map((o) => [`${o.kind}.${o.name}`, [...o.allow].sort().join(' ')]));
    const file = Object.fromEntries(
      Object.entries(matrix).flatMap(([kind, lines]) =>
        Object.entries(lines).map(([name, line]) => [`${kind}.${name}`, allowOf(line).join(' ')]),
      ),
    );
    expect(file).toEqual(code);
  });

  test('what the schema offers is what the registry found: nothing is served past the guard', () => {
    const served = [
      ...Object.keys(schema.getQueryType()!.getFields()).map((n) => `Query.${n}`),
      ...Object.keys(schema.getMutationType()!.getFields()).map((n) => `Mutation.${n}`),
    ].sort();
    expect(operations.map((o) => `${o.kind}.${o.name}`).sort()).toEqual(served);
    expect(schema.getSubscriptionType()).toBeUndefined();
  });

  test('roles are known; a public line says why', () => {
    for (const [kind, lines] of Object.entries(matrix)) {
      for (const [name, line] of Object.entries(lines)) {
        if (Array.isArray(line)) for (const role of line) expect(ROLES).toContain(role);
        else if (typeof line === 'object')
          expect([`${kind}.${name}`, line.why?.length > 7]).toEqual([`${kind}.${name}`, true]);
        else expect([name, line]).toEqual([name, 'SIGNED_IN']);
      }
    }
  });

  test('the three administrators have no business operation, and no business role has theirs', () => {
    // What one of the three may do nobody else may, but for looking after accounts, which an institution does for its own learners.
    const shared = ['account', 'accounts', 'startPasswordReset'];
    const mixed = Object.values(matrix)
      .flatMap((lines) => Object.entries(lines))
      .filter(
        ([name, l]) =>
          Array.isArray(l) &&
          l.some((r) => ADMINS.includes(r)) &&
          l.some((r) => !ADMINS.includes(r)) &&
          !shared.includes(name),
      );
    expect(mixed).toEqual([]);
  });

  test("no mutation takes somebody else's password (6.4.6)", () => {
    const takes = (type: GraphQLInputType): boolean => {
      if (isNonNullType(type) || isListType(type)) return takes(type.ofType as GraphQLInputType);
      return (
        isInputObjectType(type) &&
        Object.values(type.getFields()).some((f) => /password/i.test(f.name) || takes(f.type))
      );
    };
    const found = Object.values(schema.getMutationType()!.getFields())
      .filter((m) => m.args.some((a) => /password/i.test(a.name) || takes(a.type)))
      .map((m) => m.name);
    // Each of these takes the caller's own.
    expect(found.sort()).toEqual([
      'beginSecondFactor',
      'changePassword',
      'setPassword',
      'setUpAdministrators',
      'signIn',
      'turnOffSecondFactor',
    ]);
  });
});

describe('whoever is not listed is refused', () => {
  test('a stranger has to sign in for everything that is not public', async () => {
    const wrong: string[] = [];
    for (const o of operations.filter((x) => !x.allow.includes('PUBLIC'))) {
      const r = await kx.gql(documentOf(o));
      const code = r.errors?.[0]?.extensions.code;
      if (code !== 'PLATFORM_SIGN_IN_REQUIRED' || r.status !== 401)
        wrong.push(`${o.name}: ${r.status} ${code} ${r.errors?.[0]?.message}`);
    }
    expect(wrong).toEqual([]);
  });

  test('the public operations that need a half session refuse a stranger too', async () => {
    for (const q of [
      'mutation { beginSecondFactor { secret } }',
      'mutation { confirmSecondFactor(code: "000000") { next } }',
      'mutation { signInWithCode(code: "000000") { next } }',
      'mutation { changePassword(input: { password: "x", newPassword: "y" }) { next } }',
    ])
      expect((await kx.gql(q)).errors?.[0]?.extensions.code).toBe('PLATFORM_SIGN_IN_REQUIRED');
  });

  test.each(ROLES.map((r) => [r]))('%s', async (role) => {
    const user: TestUser = await kx.user({ role });
    const wrong: string[] = [];
    let asked = 0;
    for (const o of operations) {
      const line = (matrix[o.kind as 'Query' | 'Mutation'] ?? {})[o.name];
      if (!line || !Array.isArray(line) || line.includes(role)) continue;
      asked++;
      const r = await user.gql(documentOf(o));
      const code = r.errors?.[0]?.extensions.code;
      if (code !== 'PLATFORM_NOT_ALLOWED')
        wrong.push(`${o.name}: ${code ?? 'answered'} ${r.errors?.[0]?.message ?? ''}`);
    }
    expect(asked).toBeGreaterThan(5);
    expect(wrong).toEqual([]);
  });
});
