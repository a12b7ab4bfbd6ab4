import { useState } from 'react';
import { Field, Flex, Typography } from '@strapi/design-system';
import { formatMoney, parseMoney } from '@sanya/strapi-plugin-platform/kernel';
import {
  DateText,
  FieldCell,
  Fields,
  FileInput,
  FormDialog,
  MoneyField,
  TextField,
  TypedDate,
  useClient,
  useSay,
  useTell,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Certificate } from './types';

interface Paper {
  book: string;
  number: string;
  on: string;
  amount: string;
}

const paperOf = ({ paidOn, amount, currency }: Certificate): Paper => ({
  ...{ book: '', number: '', on: paidOn },
  amount: formatMoney(amount, currency),
});

interface PaperFieldsProps {
  certificate: Certificate;
  paper: Paper;
  /** Where the door names a field of it. */
  at: string;
  onChange: (change: Partial<Paper>) => void;
}

/** What stands on one paper, beside what our books say. */
function PaperFields({ certificate, paper, at, onChange }: PaperFieldsProps) {
  const say = useSay('billing');
  const { currency } = certificate;
  const read = parseMoney(paper.amount, currency);
  const field = (key: keyof Paper) => ({
    name: `${at}${key}`,
    value: paper[key],
    onChange: (text: string) => onChange({ [key]: text }),
  });
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography fontWeight="bold">
        {certificate.customer?.name} · <DateText at={certificate.paidOn} />
      </Typography>
      <Fields>
        <FieldCell width={3}>
          <TextField {...field('book')} label={say('certificate.book')} maxLength={60} />
        </FieldCell>
        <FieldCell width={3}>
          <TextField {...field('number')} label={say('certificate.number')} maxLength={60} required />
        </FieldCell>
        <FieldCell width={3}>
          <TypedDate {...field('on')} label={say('certificate.on')} required />
        </FieldCell>
        <FieldCell width={3}>
          <MoneyField
            {...field('amount')}
            label={say('certificate.stated')}
            currency={currency}
            required
            error={read === undefined ? say('receive.no_amount') : undefined}
            hint={read !== undefined && read !== BigInt(certificate.amount) ? say('certificate.differs') : undefined}
          />
        </FieldCell>
      </Fields>
    </Flex>
  );
}

export interface ReceiveDialogProps {
  certificates: readonly Certificate[];
  onClose: () => void;
  onDone: () => void;
}

/** Certificates that came in together, with one scan that shows them all. */
export function ReceiveDialog({ certificates, onClose, onDone }: ReceiveDialogProps) {
  const say = useSay('billing');
  const tell = useTell();
  const ask = useAsk();
  const { upload } = useClient();
  const [papers, setPapers] = useState(() => certificates.map(paperOf));
  const [file, setFile] = useState<File>();
  const [sent, setSent] = useState<{ file: File; id: string }>();
  const touched = papers.some((paper) => paper.number !== '');
  const incomplete = papers.some(
    ({ number, on, amount }) => number.trim() === '' || on === '' || parseMoney(amount) === undefined,
  );

  /** A file that was sent before the door refused the rest is not sent again. */
  async function scanOf(): Promise<string | undefined> {
    if (!file) return undefined;
    if (sent?.file === file) return sent.id;
    const id = await upload(file);
    setSent({ file, id });
    return id;
  }

  return (
    <FormDialog
      title={say('certificate.receive')}
      label={say('certificate.receive')}
      touched={touched}
      disabled={incomplete}
      onClose={onClose}
      onSubmit={async () => {
        const scan = await scanOf();
        await ask('POST /billing/certificates/receive', {
          body: {
            certificates: papers.map(({ book, number, on, amount }, index) => ({
              certificate: certificates[index]?.documentId ?? '',
              ...(book.trim() ? { book: book.trim() } : {}),
              number: number.trim(),
              on,
              amount: String(parseMoney(amount, certificates[index]?.currency)),
            })),
            ...(scan ? { scan } : {}),
          },
        });
        tell(say('certificate.was_received', { count: papers.length }));
        onDone();
      }}
    >
      {certificates.map((certificate, index) => (
        <PaperFields
          key={certificate.documentId}
          certificate={certificate}
          paper={papers[index] ?? paperOf(certificate)}
          at={`certificates.${index}.`}
          onChange={(change) =>
            setPapers((before) => before.map((one, place) => (place === index ? { ...one, ...change } : one)))
          }
        />
      ))}
      <Field.Root name="scan" hint={say('certificate.scan_hint')}>
        <Field.Label>{say('certificate.scan')}</Field.Label>
        <FileInput name="scan" label={say('certificate.scan')} accept="image/*,application/pdf" onChange={setFile} />
        <Field.Hint />
      </Field.Root>
    </FormDialog>
  );
}
