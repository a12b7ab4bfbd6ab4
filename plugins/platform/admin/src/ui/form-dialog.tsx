import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useSay } from './language';
import { Problems } from './problems';
import { useSubmit } from './use-submit';

export interface FormDialogProps {
  title: string;
  label: string;
  children: ReactNode;
  disabled?: boolean;
  onClose: () => void;
  /** Throws what the server refused: it is shown at its field, and the dialog stays. */
  onSubmit: () => Promise<unknown>;
}

/** A small form over the page. */
export function FormDialog({ title, label, children, disabled, onClose, onSubmit }: FormDialogProps) {
  const say = useSay('platform');
  const { busy, refused: problem, submit } = useSubmit();
  const form = useRef<HTMLFormElement>(null);
  const [atField, setAtField] = useState(false);
  useEffect(() => setAtField(form.current?.querySelector('[aria-invalid="true"]') !== null), [problem]);

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <form
          ref={form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            if (!disabled) void submit(onSubmit);
          }}
        >
          <Modal.Body>
            <Problems.Provider value={problem}>
              <Flex direction="column" alignItems="stretch" gap={4}>
                {children}
                {problem && !atField && (
                  <Typography textColor="danger600" role="alert">
                    {problem.message}
                  </Typography>
                )}
              </Flex>
            </Problems.Provider>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onClose}>
              {say('ui.back')}
            </Button>
            <Button type="submit" loading={busy} disabled={disabled}>
              {label}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
