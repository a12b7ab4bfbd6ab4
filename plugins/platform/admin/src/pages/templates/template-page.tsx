import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { useAnswer } from '../../doors';
import { Failure, Waiting } from '../../ui';
import { Editor } from './editor';

/** One template: its texts, what a mail of them looks like, and what it said before. */
export function TemplatePage() {
  const { id = '' } = useParams();
  const template = useAnswer('GET /platform/templates/:id', { id });
  const versions = useAnswer('GET /platform/templates/:id/versions', { id });
  // A text that was taken up again comes into the fields; one that was just saved stands in them already.
  const [taken, setTaken] = useState<number>();
  if (template.error !== undefined) return <Failure message={template.error} />;
  if (!template.data || (taken !== undefined && template.data.version < taken)) return <Waiting />;
  return (
    <Editor
      key={taken ?? 'first'}
      template={template.data}
      versions={versions}
      onRestored={(version) => {
        setTaken(version);
        template.reload();
        versions.reload();
      }}
    />
  );
}
