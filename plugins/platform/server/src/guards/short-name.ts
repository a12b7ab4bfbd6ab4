/** PostgreSQL cuts names off at 63 characters: two that begin alike would be one. */
export const short = (name: string): string => {
  if (name.length <= 60) return name;
  let hash = 0;
  for (const character of name) hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
  return `${name.slice(0, 51)}_${hash.toString(36)}`;
};
