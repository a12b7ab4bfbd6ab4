import type { ReactNode } from 'react';
import { Box, Typography } from '@strapi/design-system';

/** What belongs together stands together, so that a list fits a small screen. */
export const TwoLines = ({ first, second, right }: { first: ReactNode; second: ReactNode; right?: boolean }) => (
  <Box textAlign={right ? 'right' : 'left'}>
    <Box>{first}</Box>
    <Typography tag="div" variant="pi" textColor="neutral600">
      {second}
    </Typography>
  </Box>
);
