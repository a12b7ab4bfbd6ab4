import { type ReactNode, useState } from 'react';
import { Box, Button, type ButtonProps, Dialog, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useSay } from './language';

interface Asking {
  /** Text of the button that does it. */
  label: string;
  title: string;
  children: ReactNode;
  /** Ask for a reason and hand it over: its label. */
  reason?: string;
  variant?: ButtonProps['variant'];
  /** True closes the dialog. */
  onConfirm: (reason: string) => Promise<boolean>;
}

export interface ConfirmProps extends Asking {
  icon?: ReactNode;
  disabled?: boolean;
}

export interface ConfirmDialogProps extends Asking {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The button that opens it, where it has one of its own. */
  trigger?: ReactNode;
}

/** Asks once more before something is done that cannot simply be undone. */
export function ConfirmDialog({ label, title, children, reason, variant, onConfirm, ...dialog }: ConfirmDialogProps) {
  const { open, onOpenChange, trigger } = dialog;
  const say = useSay('platform');
  const [busy, setBusy] = useState(false);
  const [text, setText] = useState('');
  const missing = reason !== undefined && text.trim() === '';

  async function confirm(): Promise<void> {
    setBusy(true);
    const done = await onConfirm(text.trim());
    setBusy(false);
    if (!done) return;
    onOpenChange(false);
    setText('');
  }

  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Dialog.Trigger>{trigger}</Dialog.Trigger>}
      <Dialog.Content>
        <Dialog.Header>{title}</Dialog.Header>
        <Dialog.Body>
          <Flex direction="column" alignItems="stretch" gap={4} width="100%">
            <Typography textAlign="center">{children}</Typography>
            {reason !== undefined && (
              <Box textAlign="left">
                <Field.Root name="reason" required>
                  <Field.Label>{reason}</Field.Label>
                  <Textarea value={text} onChange={(event) => setText(event.target.value)} />
                </Field.Root>
              </Box>
            )}
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {say('ui.back')}
            </Button>
          </Dialog.Cancel>
          <Button
            fullWidth
            loading={busy}
            disabled={missing}
            variant={variant === 'danger' || variant === 'danger-light' ? 'danger' : 'default'}
            onClick={() => void confirm()}
          >
            {label}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}

/** A button that asks. */
export function Confirm({ icon, disabled, ...asking }: ConfirmProps) {
  const [open, setOpen] = useState(false);
  return (
    <ConfirmDialog
      {...asking}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant={asking.variant} startIcon={icon} disabled={disabled}>
          {asking.label}
        </Button>
      }
    />
  );
}
