import { useState } from 'react';
import { useAsk } from '../../doors';
import { FormDialog, freshKey, TextField, useDo, useLanguage, useSay, useTexts } from '../../ui';
import type { Series } from './types';

interface StartSeriesProps {
  series: Series;
  onClose: () => void;
  onSaved: () => void;
}

/** Which number the books before gave last: this series goes on after it. */
export function StartSeries({ series, onClose, onSaved }: StartSeriesProps) {
  const say = useSay('platform');
  const language = useLanguage();
  const act = useDo();
  const ask = useAsk();
  const [key] = useState(freshKey);
  const { branch } = series;
  const { values, touched, submitting, field } = useTexts({ last: '' });
  return (
    <FormDialog
      title={`${series.name[language]} · ${branch ? `${branch.code} ${branch.name}` : say('series.company')}`}
      label={say('ui.save')}
      disabled={values.last.trim() === ''}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={async () => {
        await ask('POST /platform/number-series/start', {
          key,
          body: { series: series.series, branch: branch?.documentId ?? null, last: values.last.trim() },
        });
        await act(() => Promise.resolve(), say('ui.saved'));
        onSaved();
      }}
    >
      <TextField
        {...field('last')}
        label={say('series.last_label')}
        hint={say('series.last_hint', { next: series.next })}
        required
        autoFocus
      />
    </FormDialog>
  );
}
