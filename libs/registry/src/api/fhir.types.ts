import { Type } from 'class-transformer';
import { Field, InputType } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { PeopleFilterInput } from './registry.types';

@InputType()
export class ExportFhirInput {
  @Field(() => PeopleFilterInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => PeopleFilterInput)
  filter?: PeopleFilterInput | null;
  @Field({ description: 'What for, 4 to 200 characters; kept in the access log of each person' })
  @IsString()
  @MaxLength(400)
  purpose: string;
}
