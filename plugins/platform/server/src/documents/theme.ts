/** Points. A4 is 595.28 × 841.89. */
export const PAGE = { width: 595.28, height: 841.89, left: 42, top: 50, right: 42, bottom: 52 } as const;
export const INNER_WIDTH = PAGE.width - PAGE.left - PAGE.right;

export const COLOUR = {
  ink: '#1c2430',
  muted: '#5d6877',
  accent: '#1f4568',
  onAccent: '#ffffff',
  line: '#d3dae3',
  tint: '#f2f5f9',
  warn: '#b42318',
} as const;

export const SIZE = { title: 19, seller: 13, body: 9.5, small: 8.5, tiny: 7.5, total: 11.5 } as const;
