import { defineEvent } from '@app/platform';

/** Any fact of a person changed: licence, scope, suspension, title, site, certificate, death, merge. */
export const PersonChanged = defineEvent<{ personId: string }>('registry.person-changed');
/** The same of many people at once, at most 500: told by lists, so that whoever counts can do them together and unhurried. */
export const PeopleChanged = defineEvent<{ personIds: string[] }>('registry.people-changed');
/** Name, region, type, permit or closing of an institution changed. */
export const InstitutionChanged = defineEvent<{ institutionId: string }>('registry.institution-changed');
/** A correction request was sent in, moved on or decided. */
export const CorrectionChanged = defineEvent<{ requestId: string }>('registry.correction-changed');
/** A unit or designation of an institution began or ended: what indicators of facilities rest on. */
export const FacilitiesChanged = defineEvent<{ institutionId: string }>('registry.facilities-changed');
