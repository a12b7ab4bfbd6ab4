import { Box } from '@strapi/design-system';
import { DateText, useSay } from '@sanya/strapi-plugin-platform/ui';

interface ValidityProps {
  validFrom: string | null;
  validTo: string | null;
}

/** From when to when something holds. */
export function Validity({ validFrom, validTo }: ValidityProps) {
  const say = useSay('sales');
  return (
    <Box>
      {validFrom && (
        <Box>
          {say('price.from')} <DateText at={validFrom} />
        </Box>
      )}
      {validTo && (
        <Box>
          {say('price.to')} <DateText at={validTo} />
        </Box>
      )}
      {!validFrom && !validTo && say('price.always')}
    </Box>
  );
}
