/** For what a list must have at that place: one that came back shorter than it went is a defect. */
export const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('A list came back shorter than it went');
  return value;
};
