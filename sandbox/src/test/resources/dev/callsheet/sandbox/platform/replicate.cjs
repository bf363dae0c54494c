const Replicate = require("replicate");
const { picture, refusal, run, ENDPOINT, FAILING, PASSING, SLOW, KEY } = require("./clients.cjs");

const client = (baseUrl, auth = KEY) => new Replicate({ auth, baseUrl });
const version = "5c7d5dc6dd8bf75c1acaa8565735e7986bc5b66206b55cca93cb72c9bf15ccaa";
const sketch = { input: { prompt: "a lighthouse" } };

run({
  generated: () => client(ENDPOINT).run("acme/sketch", sketch),
  byVersion: async () => {
    const first = await client(ENDPOINT).predictions.create({ version: "acme/sketch", ...sketch });
    return (await client(ENDPOINT).wait(first)).output;
  },
  byVersionOfTheModel: async () => {
    const named = { version: `acme/sketch:${version}`, ...sketch };
    return (await client(ENDPOINT).wait(await client(ENDPOINT).predictions.create(named))).output;
  },
  byVersionAlone: () => client(PASSING).run(`acme/sketch:${version}`, sketch), // it sends no more
  held: async () =>
    (await client(ENDPOINT).predictions.create({ version: "acme/sketch", wait: 5, ...sketch })).status,
  heldTooShortly: async () =>
    (await client(SLOW).predictions.create({ version: "acme/sketch", wait: 1, ...sketch })).status,
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
