import { type DoctorCheck, doubtful, type Finding, well, wrong } from '../../../../kit/src/doctor';
import type { Tools } from '../../../../kit/src/plugin';
import { DELIVERY } from '../../mail/delivery-store';
import { greetMailServer } from '../../ports/mail';

/** Whether mail can leave: a server that answers and lets us in, a sender, and nothing given up. */
export function mailCheck({ platform }: Tools): DoctorCheck {
  async function server(env: Readonly<Record<string, string | undefined>>): Promise<Finding> {
    if (env.SANYA_PORTS === 'recording') return env.NODE_ENV === 'test' ? well('mail_double') : wrong('mail_recording');
    if (!env.SMTP_URL) {
      if (env.NODE_ENV !== 'production') return doubtful('mail_outbox');
      return env.SANYA_MAIL === 'outbox' ? doubtful('mail_outbox') : wrong('mail_missing');
    }
    try {
      return well('mail', { server: await greetMailServer(env.SMTP_URL) });
    } catch (error) {
      return wrong('mail_unreachable', { reason: error instanceof Error ? error.message : String(error) });
    }
  }

  async function sender(from: string | undefined): Promise<Finding> {
    const company = await platform.settings.read<{ mailFrom: string | null; email: string | null }>(
      'plugin::platform.setting',
    );
    const address = company.mailFrom || from || company.email;
    return address ? well('mail_sender', { sender: address }) : doubtful('mail_sender_missing');
  }

  async function givenUp(): Promise<Finding[]> {
    const knex = await platform.rows.knex();
    const [row] = (await knex(platform.rows.table(DELIVERY))
      .where(platform.rows.column(DELIVERY, 'state'), 'dead')
      .count('* as count')) as { count: string | number }[];
    const count = Number(row?.count ?? 0);
    return count === 0 ? [] : [doubtful('mail_given_up', { count })];
  }

  return {
    name: 'mail',
    run: async ({ env }) => [await server(env), await sender(env.SANYA_MAIL_FROM), ...(await givenUp())],
  };
}
