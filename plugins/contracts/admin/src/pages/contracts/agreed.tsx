import { type ReactNode, useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { useMay } from '@sanya/strapi-plugin-platform/ui';
import type { Contract } from '../../types';

/** What a dialog that agrees something anew is given. */
export interface AgreedDialog {
  onClose: () => void;
  onDone: () => void;
}

interface AgreedProps {
  contract: Contract;
  /** How it stands. */
  children: ReactNode;
  /** What the button says. */
  label: string;
  dialog: (asked: AgreedDialog) => ReactNode;
  onDone: () => void;
}

/** Something that was agreed in a contract, and may be agreed anew until the contract is over. */
export function Agreed({ contract, children, label, dialog, onDone }: AgreedProps) {
  const may = useMay();
  const [open, setOpen] = useState(false);
  const isOver = contract.state === 'ended' || contract.state === 'cancelled';
  const finish = (): void => {
    setOpen(false);
    onDone();
  };
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      {children}
      {!isOver && may('plugin::contracts.contract.edit') && (
        <Button size="S" variant="tertiary" onClick={() => setOpen(true)}>
          {label}
        </Button>
      )}
      {open && dialog({ onClose: () => setOpen(false), onDone: finish })}
    </Flex>
  );
}
