import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useSay } from './language';
import { Problems } from './problems';
import { type Submitting, useSubmit } from './use-submit';

export interface FormDialogProps {
  title: string;
  /** Text of the button that sends it; without one there is nothing to send yet. */
  label?: string;
  children: ReactNode;
  disabled?: boolean;
  /** What the other button says and does; else it leads back to the page. */
  back?: { label: string; go?: () => void };
  /** Something was typed: only the buttons close the dialog. */
  touched?: boolean;
  /** What was refused, where the fields know it and forget it when they are corrected. */
  submitting?: Submitting;
  onClose: () => void;
  /** Throws what the server refused: it is shown at its field, and the dialog stays. */
  onSubmit: () => Promise<unknown>;
}

/** A small form over the page. */
export function FormDialog(props: FormDialogProps) {
  const { title, label, children, disabled, back, touched = false, onClose, onSubmit } = props;
  const say = useSay('platform');
  const own = useSubmit();
  const { busy, refused: problem, submit } = props.submitting ?? own;
  const form = useRef<HTMLFormElement>(null);
  const [atField, setAtField] = useState(false);
  useEffect(() => setAtField(form.current?.querySelector('[aria-invalid="true"]') !== null), [problem]);
  const keepOpen = (event: Event): void => {
    if (touched) event.preventDefault();
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content onInteractOutside={keepOpen} onEscapeKeyDown={keepOpen}>
        <Modal.Header closeLabel={say('ui.cancel')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <form
          ref={form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            // A form in a portal tells the form around it, too.
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
            <Button variant="tertiary" onClick={back?.go ?? onClose}>
              {back?.label ?? say('ui.back')}
            </Button>
            {label !== undefined && (
              <Button type="submit" loading={busy} disabled={disabled}>
                {label}
              </Button>
            )}
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
