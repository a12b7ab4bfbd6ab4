import { useState } from 'react';
import { Box, Button } from '@strapi/design-system';
import { type PlatformDoors, useAnswer, useAsk } from '../../doors';
import {
  AmountField,
  type Column,
  DataTable,
  FormDialog,
  Money,
  Panel,
  PercentField,
  percentText,
  useLanguage,
  useMay,
  useSay,
  useTell,
} from '../../ui';
import { EditedList } from './edited-list';

type KindLimits = PlatformDoors['GET /platform/approval-limits']['answers'][number];
type RoleLimit = KindLimits['roles'][number];

/** How far each role goes alone in each kind of thing. */
export default function ApprovalLimitsPage() {
  const say = useSay('platform');
  const language = useLanguage();
  const mayChange = useMay()('plugin::platform.approval-limit.change');
  const reading = useAnswer('GET /platform/approval-limits', {});

  const columns = ({ unit }: KindLimits): Column<RoleLimit>[] => [
    { key: 'role', title: say('limits.role'), cell: ({ name }) => name },
    {
      key: 'most',
      title: say('limits.most'),
      right: true,
      cell: ({ most }) => (unit === 'rate' ? `${percentText(Number(most ?? 0))} %` : <Money amount={most} />),
    },
  ];

  return (
    <EditedList<KindLimits[], KindLimits>
      permission="plugin::platform.approval-limit.read"
      title={say('limits.title')}
      subtitle={say('limits.subtitle')}
      reading={reading}
      panels={(kinds, edit) =>
        kinds.map((kind) => (
          <Panel
            key={kind.code}
            title={kind.name[language]}
            aside={
              mayChange && (
                <Button size="S" variant="tertiary" onClick={() => edit(kind)}>
                  {say('ui.edit')}
                </Button>
              )
            }
          >
            <Box overflow="auto">
              <DataTable
                columns={columns(kind)}
                rows={kind.roles.filter(({ most }) => most !== null)}
                keyOf={({ role }) => role}
                empty={say('limits.free')}
              />
            </Box>
          </Panel>
        ))
      }
      form={(kind, end) => <LimitsForm kind={kind} {...end} />}
    />
  );
}

function LimitsForm({ kind, onClose, onSaved }: { kind: KindLimits; onClose: () => void; onSaved: () => void }) {
  const say = useSay('platform');
  const language = useLanguage();
  const tell = useTell();
  const ask = useAsk();
  const [most, setMost] = useState(Object.fromEntries(kind.roles.map((one) => [one.role, one.most])));
  const set = (role: string, value: string | null): void => setMost((before) => ({ ...before, [role]: value }));
  return (
    <FormDialog
      title={kind.name[language]}
      label={say('ui.save')}
      onClose={onClose}
      onSubmit={async () => {
        const limits = kind.roles.map(({ role }) => ({ role, most: most[role] ?? null }));
        await ask('PUT /platform/approval-limits', { body: { kind: kind.code, limits } });
        tell(say('ui.saved'));
        onSaved();
      }}
    >
      {kind.roles.map(({ role, name }, index) => {
        const field = {
          name: `limits.${index}.most`,
          label: name,
          placeholder: say('limits.free'),
          onClear: () => set(role, null),
        };
        const value = most[role] ?? null;
        return kind.unit === 'rate' ? (
          <PercentField
            key={role}
            {...field}
            value={value === null ? null : Number(value)}
            onChange={(ppm) => set(role, String(ppm))}
          />
        ) : (
          <AmountField key={role} {...field} value={value} onChange={(amount) => set(role, amount)} />
        );
      })}
    </FormDialog>
  );
}
