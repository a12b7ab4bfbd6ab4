/** Minor units as they are kept in JSON and sent: text of a whole number. */
export const minorOf = (text: string): bigint | undefined => (/^-?\d{1,15}$/.test(text) ? BigInt(text) : undefined);
