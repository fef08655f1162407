// The demo data of `npm start`: one organisation to look at.

/**
 * Fills an empty, running Worker at `baseUrl`. `setupToken` is its SETUP_TOKEN, `d1` its database (`node:sqlite`).
 * Answers the key to try it with and the person whom it belongs to.
 */
export async function seed({ baseUrl, setupToken }) {
  const response = await fetch(`${baseUrl}/v1/setup`, {
    method: 'POST',
    headers: { authorization: `Bearer ${setupToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      organization: { name: 'Northwind Demo' },
      owner: { name: 'Dana Rivers', email: 'dana@example.com' },
    }),
    signal: AbortSignal.timeout(30_000),
  });
  const body = await response.text();
  if (response.status !== 201) throw new Error(`POST /v1/setup answered ${response.status}: ${body}`);
  const { user, api_key: apiKey } = JSON.parse(body);
  return { key: apiKey.secret, owner: user };
}
