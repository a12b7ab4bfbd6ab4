import { Box, Typography } from '@strapi/design-system';
import { SearchPicker } from '@sanya/strapi-plugin-platform/ui';
import { Chosen } from '../coupons/form/chosen';

export interface Found {
  documentId: string;
  name: string;
  /** What tells it from others of that name. */
  code?: string | null;
  sku?: string | null;
}

interface PickOneProps {
  name: string;
  label: string;
  placeholder: string;
  nothing: string;
  url: string;
  searched: readonly string[];
  /** What all that is found must be. */
  only: Record<string, string>;
  chosen: Found | undefined;
  error: string | undefined;
  onChange: (one: Found | undefined) => void;
}

/** One among very many; a press on what was chosen takes it back. */
export function PickOne({ name, label, placeholder, nothing, url, searched, only, chosen, ...rest }: PickOneProps) {
  const { error, onChange } = rest;
  return (
    <Box>
      <SearchPicker<Found>
        {...{ name, label, placeholder, nothing, url, error }}
        asked={(text) => ({
          filters: { $and: [only, { $or: searched.map((key) => ({ [key]: { $containsi: text } })) }] },
          sort: 'name:asc',
        })}
        keyOf={(one) => one.documentId}
        show={(one) => <Typography>{[one.name, one.code ?? one.sku].filter(Boolean).join(' · ')}</Typography>}
        onChoose={onChange}
      />
      <Chosen
        rows={chosen ? [{ key: chosen.documentId, name: chosen.name }] : []}
        onRemove={() => onChange(undefined)}
      />
    </Box>
  );
}
