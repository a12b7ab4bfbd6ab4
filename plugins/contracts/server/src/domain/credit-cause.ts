/** The lawful cause by what is credited: goods that a contract promised are not left undone, they are fewer than agreed. */
export const creditCause = (cause: string, lines: readonly { kind: 'goods' | 'service' }[]): string =>
  cause === 'service_not_rendered' && lines.every(({ kind }) => kind === 'goods') ? 'goods_short' : cause;
