/** Ids and codes are ASCII columns; comparing them with other text is an error of the database, not "not found". */
export const isCode = (text: string): boolean => /^[\x21-\x7e]{1,64}$/.test(text);
