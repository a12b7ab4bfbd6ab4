import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import {
  ChoiceField,
  FormDialog,
  freshKey,
  useApi,
  useLanguage,
  useMay,
  useSay,
  useTexts,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Contract } from '../../types';
import { Agreed, type AgreedDialog } from './agreed';

interface Held {
  serviceLevel: { code: string; name: string; promise: string | null; of: 'contract' | 'class' } | null;
}
interface Level {
  documentId: string;
  code: string;
  name: string;
  nameEn: string | null;
}
const OF_CLASS = '';

/** Which service is promised: what was agreed in the contract, else what is usual for the class of its customer. */
export function ServiceLevel({ contract, onDone }: { contract: Contract; onDone: () => void }) {
  const say = useSay('contracts');
  const may = useMay();
  const { data, reload } = useApi<Held>(
    may('plugin::contracts.contract.find') ? `/contracts/contracts/${contract.documentId}/service-level` : null,
  );
  if (!data) return null;
  const held = data.serviceLevel;
  return (
    <Agreed
      contract={contract}
      label={say('service_level.set')}
      dialog={(asked) => (
        <LevelDialog contract={contract} code={held?.of === 'contract' ? held.code : OF_CLASS} {...asked} />
      )}
      onDone={() => {
        reload();
        onDone();
      }}
    >
      <Typography tag="span">{held ? say(`service_level.of_${held.of}`, { name: held.name }) : '–'}</Typography>
      {held?.promise && (
        <Typography tag="span" variant="pi" textColor="neutral600" style={{ whiteSpace: 'pre-line' }}>
          {held.promise}
        </Typography>
      )}
    </Agreed>
  );
}

interface LevelDialogProps extends AgreedDialog {
  contract: Contract;
  /** Of the level that was agreed in the contract. */
  code: string;
}

function LevelDialog({ contract, code, onClose, onDone }: LevelDialogProps) {
  const say = useSay('contracts');
  const language = useLanguage();
  const ask = useAsk();
  const [key] = useState(freshKey);
  const { data } = useApi<Level[]>('/contracts/service-levels', {
    filters: { active: { $eq: true } },
    sort: 'name:asc',
    pagination: { pageSize: 100 },
  });
  const { values, touched, submitting, field } = useTexts({ serviceLevel: code });

  async function go(): Promise<void> {
    const body = { serviceLevel: values.serviceLevel === OF_CLASS ? null : (values.serviceLevel ?? null) };
    await ask('POST /contracts/contracts/:id/service-level', { id: contract.documentId, key, body });
    onDone();
  }
  return (
    <FormDialog
      title={say('service_level.set')}
      label={say('service_level.keep')}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={go}
    >
      <ChoiceField
        {...field('serviceLevel')}
        label={say('field.service_level')}
        value={values.serviceLevel ?? OF_CLASS}
        choices={[
          [OF_CLASS, say('service_level.class_decides')] as const,
          ...(data ?? []).map((level) => [level.code, (language === 'en' && level.nameEn) || level.name] as const),
        ]}
      />
    </FormDialog>
  );
}
