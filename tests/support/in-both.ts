import type supertest from 'supertest';

/** What the same request is answered in Thai and in English. */
export async function inBoth<T>(ask: () => supertest.Test): Promise<[T, T]> {
  const said = async (language: string): Promise<T> => {
    const answer = await ask().set('Accept-Language', language);
    if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return (answer.body as { data: T }).data;
  };
  return [await said('th'), await said('en')];
}
