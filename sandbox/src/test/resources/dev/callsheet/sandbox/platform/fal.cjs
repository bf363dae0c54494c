const { createFalClient } = require("@fal-ai/client");
const { picture, refusal, run, ENDPOINT, FAILING, SLOW, KEY } = require("./clients.cjs");

// It knows fal's own addresses alone, and names them in a header to a proxy that is to ask them.
const client = (url, credentials = KEY) =>
  createFalClient({ credentials, proxyUrl: { url, when: "always" } });
const id = "acme/sketch/pro";
const sketch = { input: { prompt: "a lighthouse" } };

run({
  generated: async () => (await client(ENDPOINT).subscribe(id, sketch)).data.images,
  uploaded: async () => {
    const promptImage = new Blob([picture], { type: "image/png" });
    const input = { prompt: "a lighthouse", promptImage };
    return (await client(ENDPOINT).subscribe(id, { input })).data.images;
  },
  storedAt: () => client(ENDPOINT).storage.upload(new Blob([picture], { type: "image/png" })),
  refused: () => refusal(() => client(ENDPOINT).subscribe(id, { input: { prompt: "x" } })),
  wrongKey: () => refusal(() => client(ENDPOINT, "another").subscribe(id, sketch)),
  unknownModel: () => refusal(() => client(ENDPOINT).subscribe("acme/skech/pro", sketch)),
  failed: () => refusal(() => client(FAILING).subscribe(id, sketch)),
  cancelled: async () => {
    const { request_id: requestId } = await client(SLOW).queue.submit(id, sketch);
    const before = await client(SLOW).queue.status(id, { requestId });
    await client(SLOW).queue.cancel(id, { requestId });
    const after = await client(SLOW).queue.status(id, { requestId });
    return [before.status, after.status];
  },
  tooLate: async () => {
    const { requestId } = await client(ENDPOINT).subscribe(id, sketch);
    return refusal(() => client(ENDPOINT).queue.cancel(id, { requestId }));
  },
});
