/** Names that bind sealed values and blind indexes to their columns. */
export const PERSON_FIELDS = {
  citizenId: 'person.citizen_id',
  phone: 'person.phone',
  licence: 'licence.number',
  correction: 'correction_request.act',
} as const;
