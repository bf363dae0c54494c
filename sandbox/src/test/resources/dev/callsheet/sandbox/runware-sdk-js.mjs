// The unmodified client over WebSocket, as its README shows it; only its pauses are shorter.
import { createRequire } from "node:module";

const pause = globalThis.setTimeout;
globalThis.setTimeout = (call, time, ...more) => pause(call, (time ?? 0) / 10, ...more);

const require = createRequire(process.env.MODULES + "/");
const { Runware } = require("@runware/sdk-js");
const { ENDPOINT, KEY } = process.env;

const steps = {
  images: async (client) =>
    client.imageInference({
      positivePrompt: "a lighthouse at dusk",
      model: "runware:101@1",
      width: 512,
      height: 512,
      numberResults: 2,
      checkNSFW: true,
      includeCost: true,
    }),
  reworked: async (client) =>
    client.imageInference({
      positivePrompt: "a lighthouse at dawn",
      model: "runware:101@1",
      width: 512,
      height: 512,
      strength: 0.6,
      seedImage: "c64351d5-4c59-42f7-95e1-eace013eddab",
    }),
  video: async (client) =>
    client.videoInference({
      positivePrompt: "a whale passes",
      model: "klingai:kling-video@o3-pro",
      duration: 5,
      numberResults: 2,
      frameImages: [{ inputImage: "c64351d5-4c59-42f7-95e1-eace013eddab", frame: "first" }],
    }),
  refused: async (client) =>
    client
      .imageInference({ positivePrompt: "a kite", model: "runware:101@1", width: 500, height: 512 })
      .then(() => "nothing was thrown", (error) => error),
  captioned: async (client) =>
    client.caption({ inputs: { image: "c64351d5-4c59-42f7-95e1-eace013eddab" } }),
  enhanced: async (client) => client.promptEnhance({ prompt: "a heron", promptVersions: 2 }),
  guided: async (client) =>
    client.controlNetPreprocess({
      inputImage: "c64351d5-4c59-42f7-95e1-eace013eddab",
      preProcessorType: "canny",
    }),
  passed: async (client) =>
    client.imageInference({
      positivePrompt: "a lighthouse at night",
      model: "acme:tomorrow@1",
      width: 640,
      height: 512,
      brightness: 3,
    }),
  found: async (client) => client.modelSearch({ search: "kling" }),
  stored: async (client) =>
    client.mediaStorage({ operation: "upload", media: "aGVyb24=" }),
};

const client = await Runware.initialize({ apiKey: KEY, url: ENDPOINT, shouldReconnect: false });
const seen = {};
for (const [name, step] of Object.entries(steps)) {
  seen[name] = await step(client);
}
console.log(JSON.stringify(seen));
process.exit(0);
