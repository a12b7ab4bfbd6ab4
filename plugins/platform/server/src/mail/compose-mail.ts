import type { Attachment } from '../../../kit/src/documents';
import type { Tools } from '../../../kit/src/plugin';
import type { Files } from '../files/create-files';
import type { MailMessage } from '../ports/mail';
import type { RenderedMail, Templates } from '../templates/create-templates';
import { readLetterhead } from '../templates/letterhead';
import { createDeliveryStore, DELIVERY, type Delivery } from './delivery-store';

export interface ComposedMail {
  message: MailMessage;
  /** What is kept of it: with the frozen data and texts it shows the mail as it left. */
  kept: Pick<Delivery, 'subject' | 'letterhead'>;
}

/** What a mail says: of the data and the texts that it was queued with, under the letterhead that it left with. */
export const sayDelivery = (templates: Templates, delivery: Delivery): Promise<RenderedMail> => {
  const { template: code, templateVersion: version, language, texts, letterhead } = delivery;
  const data = delivery.data ?? {};
  return texts
    ? templates.renderTexts(texts, language, data, { kept: letterhead })
    : templates.render({ code, version, language, data, letterhead });
};

/** Reads each once; what could not be read is read again. */
function once<Key extends readonly unknown[], T>(read: (...key: Key) => Promise<T>): (...key: Key) => Promise<T> {
  const known = new Map<string, T>();
  return async (...key) => {
    const name = JSON.stringify(key);
    const value = known.get(name) ?? (await read(...key));
    known.set(name, value);
    return value;
  };
}

/**
 * Makes the mails of one batch. What they share is read once: what staff change meanwhile counts for the next. Documents
 * are rendered at the first attempt and kept as private files before anything is sent: every later attempt sends the same
 * bytes, and what the customer got can be shown years later.
 */
export function createComposer({ platform, templates, files }: Tools & { templates: Templates; files: Files }) {
  const letterheadIn = once((language: Delivery['language']) => readLetterhead(platform, language));
  const textsOf = once(templates.texts);

  async function keepDocuments(delivery: Delivery): Promise<Attachment[]> {
    const made = await Promise.all(
      (delivery.documents ?? []).map(({ kind, id }) => platform.documents.render(kind, id, delivery.language)),
    );
    const kept = await files.keep(
      made.map(({ filename, contentType, content }) => ({
        name: filename,
        mime: contentType,
        content,
        owner: 'system',
        customer: delivery.customerId,
        attachedTo: { type: DELIVERY, documentId: delivery.documentId },
      })),
    );
    const attachments = kept.map((file) => file.documentId);
    await createDeliveryStore(platform.rows).update([{ id: delivery.id, attachments }]);
    return made;
  }

  async function keptDocuments(ids: readonly string[]): Promise<Attachment[]> {
    const system = platform.caller();
    const read = await Promise.all(ids.map((id) => files.read(id, { ...system, kind: 'system' })));
    return read.map(({ file, content }) => ({ filename: file.name, contentType: file.mime, content }));
  }

  return async function compose(delivery: Delivery): Promise<ComposedMail> {
    const { template, templateVersion, language } = delivery;
    const texts = delivery.texts ?? (await textsOf(template, templateVersion, language));
    const letterhead = await letterheadIn(language);
    const { subject, html, text } = await sayDelivery(templates, { ...delivery, texts, letterhead });
    const attachments = !delivery.documents?.length
      ? []
      : delivery.attachments?.length
        ? await keptDocuments(delivery.attachments)
        : await keepDocuments(delivery);
    const host = letterhead.from.split('@')[1] ?? 'localhost';
    return {
      message: {
        from: { name: letterhead.company, address: letterhead.from },
        to: delivery.to,
        subject,
        html,
        text,
        attachments,
        messageId: `<${delivery.documentId}@${host}>`,
        language,
      },
      kept: { subject, letterhead },
    };
  };
}

export type Compose = ReturnType<typeof createComposer>;
