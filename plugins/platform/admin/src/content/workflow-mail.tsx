import { MultiSelect, MultiSelectOption } from '@strapi/design-system';
import { LongTextField } from '../ui/form-fields';
import { ChoiceField, FieldCell, Fields, Half, Labelled, TextField, useSay, type WorkflowCard } from '../ui';
import type { ActionCardProps } from '../ui';

const READERS = ['customer', 'responsible', 'staff', 'role', 'address'] as const;
const LANGUAGES = ['th', 'en'] as const;

type Texts = Record<(typeof LANGUAGES)[number], string>;
interface MailWish {
  to: (typeof READERS)[number];
  staff?: number[];
  role?: string;
  address?: string;
  subject: Texts;
  body: Texts;
}

const EMPTY: Texts = { th: '', en: '' };

/** To whom the mail goes, and what it says in each language. */
function Card({ wish, change, disabled, at, errorAt, onWrite, staff, roles }: ActionCardProps) {
  const say = useSay('platform');
  const {
    to,
    staff: readers = [],
    role = '',
    address = '',
    subject = EMPTY,
    body = EMPTY,
  } = wish as unknown as MailWish;
  const named = (field: string, label: string) => ({
    ...{ name: at(field), label, disabled, error: errorAt(field) },
  });
  const text = (part: 'subject' | 'body', language: keyof Texts) => {
    const texts = part === 'subject' ? subject : body;
    const field = `${part}.${language}`;
    return {
      ...named(field, say(`workflows.mail_${part}`, { language: say(`ui.language_${language}`) })),
      value: texts[language],
      onChange: (typed: string) => {
        onWrite(field);
        change({ [part]: { ...texts, [language]: typed } }, field);
      },
    };
  };
  // What was asked for other readers is not asked for these.
  const write = (next: string): void =>
    change({ to: next, staff: undefined, role: undefined, address: undefined }, 'to');
  return (
    <Fields>
      <Half>
        <ChoiceField
          {...named('to', say('workflows.mail_to'))}
          value={to}
          onChange={write}
          choices={READERS.map((one) => [one, say(`workflows.mail_to_${one}`)])}
        />
      </Half>
      <Half>
        {to === 'staff' && (
          <Labelled {...named('staff', say('workflows.mail_staff'))}>
            <MultiSelect
              withTags
              disabled={disabled}
              value={readers.map(String)}
              onChange={(chosen: string[]) => change({ staff: chosen.map(Number) }, 'staff')}
            >
              {staff.map(({ id, name }) => (
                <MultiSelectOption key={id} value={String(id)}>
                  {name}
                </MultiSelectOption>
              ))}
            </MultiSelect>
          </Labelled>
        )}
        {to === 'role' && (
          <ChoiceField
            {...named('role', say('workflows.mail_role'))}
            value={role}
            onChange={(next) => change({ role: next }, 'role')}
            choices={roles.map(({ name, title }) => [name, title])}
          />
        )}
        {to === 'address' && (
          <TextField
            {...named('address', say('workflows.mail_address'))}
            inputMode="email"
            value={address}
            onChange={(next) => change({ address: next }, 'address')}
          />
        )}
      </Half>
      {LANGUAGES.map((language) => (
        <FieldCell key={`subject-${language}`}>
          <TextField {...text('subject', language)} />
        </FieldCell>
      ))}
      {LANGUAGES.map((language) => (
        <FieldCell key={`body-${language}`}>
          <LongTextField {...text('body', language)} />
        </FieldCell>
      ))}
    </Fields>
  );
}

const card: WorkflowCard = {
  proposal: { to: 'customer', subject: EMPTY, body: EMPTY },
  Card,
  told: (wish, say) => {
    const { to, subject = EMPTY } = wish as unknown as MailWish;
    return say('platform.workflows.mail_told', {
      to: say(`platform.workflows.mail_to_${to}`),
      subject: subject.th || subject.en,
    });
  },
};

export default card;
