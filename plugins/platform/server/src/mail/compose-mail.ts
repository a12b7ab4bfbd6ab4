import type { Attachment } from '../../../kit/src/documents';
import type { Tools } from '../../../kit/src/plugin';
import type { Files } from '../files/create-files';
import type { MailMessage } from '../ports/mail';
import type { RenderedMail, Templates } from '../templates/create-templates';
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

/**
 * Makes the mail of a delivery. Its documents are rendered at the first attempt and kept as private files before
 * anything is sent: every later attempt sends the same bytes, and what the customer got can be shown years later.
 */
export function createComposer({ platform, templates, files }: Tools & { templates: Templates; files: Files }) {
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
    const said = await sayDelivery(templates, { ...delivery, letterhead: null });
    const { subject, html, text, letterhead } = said;
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
        language: delivery.language,
      },
      kept: { subject, letterhead },
    };
  };
}
