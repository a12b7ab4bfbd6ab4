import { useRef, useState } from 'react';
import { Button, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { useSay } from './language';

export interface FileInputProps {
  name: string;
  label: string;
  accept: string;
  onChange: (file: File | undefined) => void;
}

/** A file of the reader’s own, chosen in the panel’s language: the browser’s own control speaks the browser’s. */
export function FileInput({ name, label, accept, onChange }: FileInputProps) {
  const say = useSay('platform');
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState('');
  return (
    <Flex gap={3} wrap="wrap">
      <VisuallyHidden>
        <input
          ref={input}
          type="file"
          tabIndex={-1}
          name={name}
          aria-label={label}
          accept={accept}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            setChosen(file?.name ?? '');
            onChange(file);
          }}
        />
      </VisuallyHidden>
      <Button
        variant="tertiary"
        startIcon={<Upload />}
        aria-label={`${label}: ${say('ui.choose_file')}`}
        onClick={() => input.current?.click()}
      >
        {say('ui.choose_file')}
      </Button>
      <Typography textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
        {chosen || say('ui.no_file')}
      </Typography>
    </Flex>
  );
}
