import { useState } from 'react';
import { Box } from '@strapi/design-system';
import { type ImportPages, type ImportRowRead, TypedDate, useSay } from '@sanya/strapi-plugin-platform/ui';

/** The day on which the books are opened here: said beside every file of the books before. */
export function useOpeningDay(): NonNullable<ImportPages<ImportRowRead>['beside']> {
  const say = useSay('billing');
  const [openingDay, setOpeningDay] = useState('');
  return {
    values: { openingDay },
    complete: openingDay !== '',
    fields: (
      <Box minWidth="16rem">
        <TypedDate
          name="openingDay"
          label={say('opening.day')}
          hint={say('opening.day_hint')}
          required
          value={openingDay}
          onChange={setOpeningDay}
        />
      </Box>
    ),
  };
}
