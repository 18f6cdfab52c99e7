import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Label } from '@app/platform';

@ObjectType()
export class ExamQuestion {
  @Field() id: string;
  @Field(() => Int) number: number;
  @Field() stem: string;
  @Field(() => [String], { description: 'In the order shown; the first is A' }) options: string[];
  @Field() multiple: boolean;
  @Field() points: string;
}
@ObjectType({ description: 'A question, or questions that share a case or options' })
export class ExamBlock {
  @Field(() => String, { nullable: true }) groupId: string | null;
  @Field(() => String, { nullable: true }) stem: string | null;
  @Field(() => [ExamQuestion]) questions: ExamQuestion[];
}
@ObjectType()
export class ExamSection {
  @Field() code: string;
  @Field() type: string;
  @Field(() => Label) title: Label;
  @Field(() => Label) instruction: Label;
  @Field(() => [ExamBlock]) blocks: ExamBlock[];
}

@ObjectType()
export class ExamAnswer {
  @Field() questionId: string;
  @Field({ description: 'The letters this attempt shows, sorted; empty when not answered' }) value: string;
}
