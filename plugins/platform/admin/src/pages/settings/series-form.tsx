import { useState } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { formatNumber, HEAD_OFFICE, periodKey, validatePattern } from '../../../../kernel/src';
import { useAsk } from '../../doors';
import { FormDialog, TextField, useLanguage, useSay, useTell, useToday } from '../../ui';
import type { Series } from './types';

interface SeriesFormProps {
  series: Series;
  onClose: () => void;
  onSaved: () => void;
}

const TOKENS = ['BBBB', 'BB', 'YYYY', 'YY', 'MM', 'BR', 'N:6'];

/** When the counter begins anew: with the month, the year, or never. */
const periodOf = (pattern: string): 'month' | 'year' | 'never' => {
  const period = periodKey(pattern, '2026-01-01');
  return period === '' ? 'never' : period.length === 4 ? 'year' : 'month';
};

/** The pattern of one series, with the number it makes as it is typed. */
export function SeriesForm({ series, onClose, onSaved }: SeriesFormProps) {
  const say = useSay('platform');
  const language = useLanguage();
  const tell = useTell();
  const ask = useAsk();
  const { today } = useToday();
  const { branch } = series;
  const follows = branch !== null && !series.own;
  const [pattern, setPattern] = useState(follows ? '' : series.pattern);
  const wanted = pattern.trim();
  const wrong = wanted === '' ? undefined : validatePattern(wanted);
  // A pattern of the same period counts on; another begins at one.
  const counter =
    wanted !== '' && !follows && periodKey(wanted, today) === periodKey(series.pattern, today)
      ? Number(series.startsAfter) + Number(series.issued) + 1
      : 1;
  const preview =
    wanted === '' || wrong
      ? undefined
      : formatNumber(wanted, { date: today, counter, branch: branch?.code ?? HEAD_OFFICE });

  return (
    <FormDialog
      title={`${series.name[language]} · ${branch ? `${branch.code} ${branch.name}` : say('series.company')}`}
      label={say('ui.save')}
      disabled={wrong !== undefined || (branch === null && wanted === '')}
      onClose={onClose}
      onSubmit={async () => {
        await ask('POST /platform/number-series', {
          body: { series: series.series, branch: branch?.documentId ?? null, pattern: wanted || null },
        });
        tell(say('ui.saved'));
        onSaved();
      }}
    >
      <TextField
        name="pattern"
        label={say('series.pattern')}
        hint={branch ? say('series.pattern_branch_hint') : say('series.pattern_hint')}
        required={branch === null}
        error={wrong && say(wrong)}
        placeholder={series.pattern}
        value={pattern}
        onChange={setPattern}
      />
      <Box background="neutral100" hasRadius padding={4}>
        <Typography variant="pi" textColor="neutral600" tag="p">
          {say('series.next')}
        </Typography>
        <Typography variant="beta" tag="p" data-testid="series-preview">
          {preview ?? (wanted === '' ? series.next : '–')}
        </Typography>
        {preview !== undefined && (
          <Typography variant="pi" textColor="neutral600" tag="p">
            {say(`series.anew_${periodOf(wanted)}`)}
          </Typography>
        )}
      </Box>
      <Flex direction="column" alignItems="stretch" gap={1}>
        {TOKENS.map((token) => (
          <Flex key={token} gap={3}>
            <Box minWidth="7rem">
              <Typography variant="pi" fontWeight="semiBold">{`{${token}}`}</Typography>
            </Box>
            <Typography variant="pi" textColor="neutral600">
              {say(`series.token_${token.replace(':6', '')}`)}
            </Typography>
          </Flex>
        ))}
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        {say('series.stays')}
      </Typography>
    </FormDialog>
  );
}
