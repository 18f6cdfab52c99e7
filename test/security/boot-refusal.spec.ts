import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Test } from '@nestjs/testing';
import { Allow, AllowSignedIn, OperationRegistry, Public } from '@app/platform';

@Resolver()
class Guarded {
  @Public()
  @Query(() => String)
  open(): string {
    return '';
  }
  @AllowSignedIn()
  @Query(() => String, { name: 'renamed' })
  mine(): string {
    return '';
  }
  @Allow('BASE_ADMIN')
  @Mutation(() => String)
  theirs(): string {
    return '';
  }
  @ResolveField(() => String)
  part(): string {
    return '';
  }
  helper(): string {
    return '';
  }
}

@Resolver()
class Forgotten {
  @Mutation(() => String)
  grantMyselfEverything(): string {
    return '';
  }
}

@Resolver()
class Emptied {
  @Allow()
  @Query(() => String)
  nobody(): string {
    return '';
  }
}

const boot = async (...resolvers: (new () => object)[]) => {
  @Module({ imports: [DiscoveryModule], providers: [OperationRegistry, ...resolvers] })
  class Application {}
  const module = await Test.createTestingModule({ imports: [Application] }).compile();
  return { registry: module.get(OperationRegistry), start: () => module.init() };
};

test('the boot stops when one operation says nothing about who may call it, and names it', async () => {
  await expect((await boot(Guarded, Forgotten)).start()).rejects.toThrow('Forgotten.grantMyselfEverything');
});

test('an @Allow() without a role is as good as none', async () => {
  await expect((await boot(Guarded, Emptied)).start()).rejects.toThrow('Emptied.nobody');
});

test('with every operation guarded it starts, and knows each by the name in the schema', async () => {
  const { registry, start } = await boot(Guarded);
  await start();
  expect(registry.list().map(({ kind, name, allow }) => `${kind} ${name} ${allow.join()}`)).toEqual([
    'Query open PUBLIC',
    'Query renamed SIGNED_IN',
    'Mutation theirs BASE_ADMIN',
  ]);
});
