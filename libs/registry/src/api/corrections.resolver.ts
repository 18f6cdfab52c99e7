import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor } from '@app/platform';
import { CORRECTORS } from '../registry.policy';
import { AskCorrection } from '../use/ask-correction';
import { CorrectionQueries } from '../use/correction.queries';
import { DecideCorrection } from '../use/decide-correction';
import {
  AskCorrectionInput,
  CorrectionArgs,
  CorrectionDetail,
  CorrectionPage,
  CorrectionsArgs,
  CorrectionStanding,
  DecideCorrectionInput,
} from './corrections.types';

@Resolver()
export class CorrectionsResolver {
  constructor(
    private readonly ask: AskCorrection,
    private readonly decide: DecideCorrection,
    private readonly queries: CorrectionQueries,
  ) {}

  @Allow(...CORRECTORS)
  @Query(() => CorrectionPage, {
    description: 'Of a person the own, of an organisation its staff’s, of an authority its area’s',
  })
  corrections(@CurrentActor() actor: Actor, @Args() args: CorrectionsArgs) {
    return this.queries.list(actor, args);
  }

  @Allow(...CORRECTORS)
  @Query(() => CorrectionDetail, { description: 'A view by others is written to the access log of the person' })
  correction(@CurrentActor() actor: Actor, @Args() { id, purpose }: CorrectionArgs) {
    return this.queries.detail(actor, id, purpose);
  }

  @Allow('TRAINEE')
  @Mutation(() => CorrectionStanding)
  askCorrection(@CurrentActor() actor: Actor, @Args('input') input: AskCorrectionInput) {
    return this.ask.run(actor, input);
  }

  @Allow(...CORRECTORS)
  @Mutation(() => CorrectionStanding, {
    description: 'Opinion, decision or withdrawal; approval writes the correction',
  })
  decideCorrection(@CurrentActor() actor: Actor, @Args('input') input: DecideCorrectionInput) {
    return this.decide.run(actor, input);
  }
}
