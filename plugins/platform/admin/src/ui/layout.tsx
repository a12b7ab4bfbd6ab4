import type { ReactNode } from 'react';
import { Box, Flex, Grid, Link, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { NavLink } from 'react-router-dom';

/** A white sheet with a heading. */
export const Panel = ({ title, aside, children }: { title?: string; aside?: ReactNode; children: ReactNode }) => (
  <Box background="neutral0" hasRadius shadow="tableShadow" padding={6} width="100%">
    {(title !== undefined || aside !== undefined) && (
      <Flex justifyContent="space-between" paddingBottom={4} gap={4} wrap="wrap">
        <Typography variant="delta" tag="h2">
          {title}
        </Typography>
        {aside}
      </Flex>
    )}
    {children}
  </Box>
);

export interface FactsProps {
  /** A label and a value; without a value it is left out. */
  facts: readonly (readonly [string, ReactNode])[];
  columns?: 1 | 2 | 3 | 4;
}

/** What is known of a thing: label above value. */
export const Facts = ({ facts, columns = 3 }: FactsProps) => (
  <Grid.Root gap={4} tag="dl">
    {facts
      .filter(([, value]) => Boolean(value))
      .map(([label, value]) => (
        <Grid.Item
          key={label}
          col={12 / columns}
          s={columns === 1 ? 12 : 6}
          xs={12}
          direction="column"
          alignItems="flex-start"
        >
          <Typography tag="dt" variant="sigma" textColor="neutral600" style={{ textTransform: 'none' }}>
            {label}
          </Typography>
          <Typography tag="dd">{value}</Typography>
        </Grid.Item>
      ))}
  </Grid.Root>
);

/** Amounts under each other, the last one the sum. */
export const Sums = ({ rows }: { rows: readonly (readonly [string, ReactNode])[] }) => (
  <Flex direction="column" alignItems="flex-end" gap={1} paddingTop={4}>
    {rows.map(([label, value]) => (
      <Flex key={label} gap={6} justifyContent="space-between" minWidth="28rem">
        <Typography textColor="neutral600">{label}</Typography>
        {value}
      </Flex>
    ))}
  </Flex>
);

/** The way back to the list, above the title of a page. */
export const BackTo = ({ to, children }: { to: string; children: string }) => (
  <Flex justifyContent="flex-start">
    <Link tag={NavLink} to={to} end startIcon={<ArrowLeft />}>
      {children}
    </Link>
  </Flex>
);

/** A page named by a value among others. */
export const LinkTo = ({ to, children }: { to: string; children: string }) => (
  <Link tag={NavLink} to={to}>
    {children}
  </Link>
);
