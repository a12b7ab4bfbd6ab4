import { type ReactNode, useState } from 'react';
import { Box, Button, type ButtonProps, Dialog, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useSay } from './language';

export interface ConfirmProps {
  /** Text of the button that asks. */
  label: string;
  title: string;
  children: ReactNode;
  /** Ask for a reason and hand it over: its label. */
  reason?: string;
  variant?: ButtonProps['variant'];
  icon?: ReactNode;
  disabled?: boolean;
  /** True closes the dialog. */
  onConfirm: (reason: string) => Promise<boolean>;
}

/** A button that asks once more before it does what cannot simply be undone. */
export function Confirm({ label, title, children, reason, variant, icon, disabled, onConfirm }: ConfirmProps) {
  const say = useSay('platform');
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [text, setText] = useState('');
  const missing = reason !== undefined && text.trim() === '';

  async function confirm(): Promise<void> {
    setBusy(true);
    const done = await onConfirm(text.trim());
    setBusy(false);
    if (!done) return;
    setOpen(false);
    setText('');
  }

  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger>
        <Button variant={variant} startIcon={icon} disabled={disabled}>
          {label}
        </Button>
      </Dialog.Trigger>
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
