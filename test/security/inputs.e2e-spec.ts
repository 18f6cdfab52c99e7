import { TypeMetadataStorage } from '@nestjs/graphql';
import { getMetadataStorage } from 'class-validator';
import { testApp, type TestApp } from '../support/app';

let kx: TestApp;
beforeAll(async () => (kx = await testApp()));
afterAll(() => kx.close());

/**
 * The validation pipe takes away what has no validator. A field without one is therefore not unchecked but absent: an
 * approval that arrives as undefined is a refusal. So each field of each input names at least one.
 */
test('every field of every input and argument class has a validator (2.2.2, 15.3.3)', () => {
  const storage = TypeMetadataStorage;
  const classes = [...storage.getInputTypesMetadata(), ...storage.getArgumentsMetadata()];
  expect(classes.length).toBeGreaterThan(10);
  expect(classes.flatMap((c) => c.properties ?? []).length).toBeGreaterThan(50);
  const bare = classes.flatMap(({ target, properties }) => {
    const validated = new Set(
      getMetadataStorage()
        .getTargetValidationMetadatas(target as new () => object, '', false, false)
        .map((m) => m.propertyName),
    );
    return (properties ?? [])
      .filter((p) => !validated.has(p.name))
      .map((p) => `${(target as { name: string }).name}.${p.name}`);
  });
  expect(bare).toEqual([]);
});

test('an id no row can have is not found, in any script', async () => {
  const user = await kx.user({ role: 'TRAINEE' });
  for (const id of ['不存在', '😀', "'; --", '0'.repeat(400)]) {
    const { errors } = await user.gql(`query($id: String!) { enrolment(id: $id) { id } }`, { id });
    expect(['PLATFORM_NOT_FOUND', 'PLATFORM_INVALID_INPUT', 'PROGRAMMES_NOT_FOUND']).toContain(
      errors?.[0]?.extensions?.code,
    );
  }
});
