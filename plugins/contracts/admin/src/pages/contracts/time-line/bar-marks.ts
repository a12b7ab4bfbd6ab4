import { css, type DefaultTheme, styled } from 'styled-components';
import type { BarKind } from '../../../period-bars';

const colour =
  (name: keyof DefaultTheme['colors']) =>
  ({ theme }: { theme: DefaultTheme }): string =>
    theme.colors[name];

/** Each kind has a pattern of its own beside its colour: what is printed grey, or seen by who sees no red, is told apart. */
const LOOKS = {
  paid: css`
    background: ${colour('success500')};
    border-color: ${colour('success700')};
  `,
  open: css`
    border-color: ${colour('warning700')};
    background: ${colour('warning200')}
      radial-gradient(circle at 50% 50%, ${colour('warning700')} 0 1.5px, transparent 2px) 0 0 / 8px 8px;
  `,
  billed: css`
    background: ${colour('neutral200')};
    border-color: ${colour('neutral500')};
  `,
  upcoming: css`
    background: transparent;
    border-color: ${colour('neutral500')};
    border-style: dashed;
  `,
  suspended: css`
    border-color: ${colour('danger700')};
    background: repeating-linear-gradient(45deg, ${colour('danger600')} 0 3px, ${colour('danger100')} 3px 8px);
  `,
} satisfies Record<BarKind, ReturnType<typeof css>>;

const looks = ({ $kind }: { $kind: BarKind }) => LOOKS[$kind];

export const Row = styled.div`
  position: relative;
  height: 2.4rem;
  margin-top: 0.4rem;
`;

export const BarMark = styled.span<{ $kind: BarKind }>`
  position: absolute;
  top: ${({ $kind }) => ($kind === 'suspended' ? '1.4rem' : '0')};
  height: ${({ $kind }) => ($kind === 'suspended' ? '1rem' : '2.4rem')};
  min-width: 4px;
  box-sizing: border-box;
  border: 1px solid;
  border-radius: 3px;
  ${looks}
`;

export const Key = styled.span<{ $kind: BarKind }>`
  display: inline-block;
  width: 2.4rem;
  height: 1.4rem;
  box-sizing: border-box;
  border: 1px solid;
  border-radius: 3px;
  ${looks}
`;

/** The months above the bars; on a narrow screen every third. */
export const Months = styled.div`
  display: flex;
  > span {
    flex: 1 1 0;
    min-width: 0;
    font-size: 1.1rem;
    white-space: nowrap;
    border-left: 1px solid ${colour('neutral200')};
    padding-left: 0.4rem;
    color: ${colour('neutral600')};
    overflow: hidden;
  }
  @media (max-width: 900px) {
    > span {
      overflow: visible;
    }
    > span:not(:nth-child(3n + 1)) {
      visibility: hidden;
      font-size: 0;
    }
  }
`;

export const Today = styled.span`
  position: absolute;
  top: -0.4rem;
  bottom: -0.4rem;
  width: 2px;
  background: ${colour('primary600')};
`;
