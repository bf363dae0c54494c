const Replicate = require("replicate");
const { picture, refusal, run, ENDPOINT, FAILING, SLOW, KEY } = require("./clients.cjs");

const client = (baseUrl, auth = KEY) => new Replicate({ auth, baseUrl });
const sketch = { input: { prompt: "a lighthouse" } };

run({
  generated: () => client(ENDPOINT).run("acme/sketch", sketch),
  byVersion: async () => {
    const first = await client(ENDPOINT).predictions.create({ version: "acme/sketch", ...sketch });
    return (await client(ENDPOINT).wait(first)).output;
  },
  uploaded: () =>
    client(ENDPOINT).run("acme/sketch", {
      input: { prompt: "a lighthouse", promptImage: new Blob([picture], { type: "image/png" }) },
    }),
  refused: () => refusal(() => client(ENDPOINT).run("acme/sketch", { input: { prompt: "x" } })),
  wrongKey: () => refusal(() => client(ENDPOINT, "another").run("acme/sketch", sketch)),
  unknownModel: () => refusal(() => client(ENDPOINT).run("acme/skech", sketch)),
  failed: () => refusal(() => client(FAILING).run("acme/sketch", sketch)),
  cancelled: async () => {
    const first = await client(SLOW).predictions.create({ version: "acme/sketch", ...sketch });
    await client(SLOW).predictions.cancel(first.id);
    return (await client(SLOW).wait(first)).status;
  },
});
