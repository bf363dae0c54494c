const OpenAI = require("openai");
const { picture, refusal, run, ENDPOINT, FAILING, KEY } = require("./clients.cjs");

const client = (baseURL, apiKey = KEY) => new OpenAI({ apiKey, baseURL });
const sketch = { model: "sketch-1", prompt: "a lighthouse" };
const png = () => OpenAI.toFile(picture, "a.png", { type: "image/png" });
const bytes = (images) => images.data.map((one) => Buffer.from(one.b64_json, "base64").length);

run({
  generated: async () => bytes(await client(ENDPOINT).images.generate({ ...sketch, n: 2 })),
  edited: async () =>
    bytes(await client(ENDPOINT).images.edit({ ...sketch, n: 2, image: [await png(), await png()] })),
  refused: () => refusal(() => client(ENDPOINT).images.generate({ ...sketch, prompt: "x" })),
  editRefused: () =>
    refusal(async () => client(ENDPOINT).images.edit({ ...sketch, n: 9, image: await png() })),
  wrongKey: () => refusal(() => client(ENDPOINT, "another").images.generate(sketch)),
  unknownModel: () =>
    refusal(() => client(ENDPOINT).images.generate({ ...sketch, model: "skech-1" })),
  failed: () => refusal(() => client(FAILING).images.generate(sketch)),
});
