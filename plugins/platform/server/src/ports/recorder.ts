/** What a recording double kept. Tests read it and make the next sending fail. */
export interface Recorder<Message> {
  sent: Message[];
  /** The next sendings fail with these, in order. */
  failNext(...errors: Error[]): void;
  clear(): void;
}

/** A double that keeps instead of sending. */
export function recorder<Message, Answer>(answer: (message: Message, count: number) => Answer) {
  const sent: Message[] = [];
  const failures: Error[] = [];
  const record: Recorder<Message> = {
    sent,
    failNext: (...errors) => void failures.push(...errors),
    clear() {
      sent.length = 0;
      failures.length = 0;
    },
  };
  const take = async (message: Message): Promise<Answer> => {
    const failure = failures.shift();
    if (failure) throw failure;
    sent.push(message);
    return answer(message, sent.length);
  };
  return { record, take };
}
