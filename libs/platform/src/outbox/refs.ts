/** A fact that happened, told upwards. Payload: ids only, never a person's data or an entity. */
export interface EventRef<P> {
  readonly kind: 'event';
  readonly name: string;
  readonly _payload?: P;
}
/** Work asked for. Exactly one handler must exist, or the boot fails. */
export interface JobRef<P> {
  readonly kind: 'job';
  readonly name: string;
  readonly _payload?: P;
}

const jobs: JobRef<object>[] = [];

/** @param name `capability.fact-in-past-tense`, e.g. `credentials.certificate-issued` */
export const defineEvent = <P extends object>(name: string): EventRef<P> => ({ kind: 'event', name });

/** @param name `capability.verb-noun`, e.g. `credentials.render-certificate` */
export const defineJob = <P extends object>(name: string): JobRef<P> => {
  const job: JobRef<P> = { kind: 'job', name };
  jobs.push(job as JobRef<object>);
  return job;
};

/** Every job any loaded lib defined: the boot checks that each has its handler. */
export const definedJobs = (): readonly JobRef<object>[] => jobs;
