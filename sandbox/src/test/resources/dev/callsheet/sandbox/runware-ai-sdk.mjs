// The unmodified provider of the AI SDK, over HTTP.
import { pathToFileURL } from "node:url";

const { ENDPOINT, KEY, MODULES } = process.env;
const provider = `${MODULES}/@runware/ai-sdk-provider/dist/index.mjs`;
const { createRunware } = await import(pathToFileURL(provider));

const runware = createRunware({ apiKey: KEY, baseURL: ENDPOINT });
const generate = (options) =>
  runware.image("runware:101@1").doGenerate({ providerOptions: {}, headers: {}, ...options });

const image = await generate({ prompt: "a lighthouse", n: 2, size: "512x512", seed: 7 });
const refused = await generate({ prompt: "a lighthouse", size: "500x512" }).then(
  () => "nothing was thrown",
  (error) => error.responseBody,
);
console.log(
  JSON.stringify({
    types: image.images.map((bytes) => Buffer.from(bytes).subarray(1, 4).toString("latin1")),
    refused,
  }),
);
