const { default: RunwayML } = require("@runwayml/sdk");
const { picture, refusal, run, ENDPOINT, FAILING, SLOW, KEY } = require("./clients.cjs");

const client = (baseURL, apiKey = KEY) => new RunwayML({ apiKey, baseURL });
const sketch = { model: "sketch4_turbo", prompt: "a lighthouse" };
const video = (from, more = {}) => from.textToVideo.create({ ...sketch, ...more });

run({
  generated: async () => (await video(client(ENDPOINT)).waitForTaskOutput()).output,
  uploaded: async () => {
    const file = new File([picture], "a.png", { type: "image/png" });
    const { uri } = await client(ENDPOINT).uploads.createEphemeral({ file });
    const task = client(ENDPOINT).imageToVideo.create({ ...sketch, promptImage: uri });
    return [uri, (await task.waitForTaskOutput()).output];
  },
  refused: () => refusal(() => video(client(ENDPOINT), { prompt: "x" })),
  wrongAddress: () => refusal(() => client(ENDPOINT).imageToVideo.create(sketch)),
  wrongKey: () => refusal(() => video(client(ENDPOINT, "another"))),
  unknownModel: () => refusal(() => video(client(ENDPOINT), { model: "skech4_turbo" })),
  failed: async () => {
    try {
      return await video(client(FAILING)).waitForTaskOutput();
    } catch (error) {
      return { failure: error.taskDetails?.failure, code: error.taskDetails?.failureCode };
    }
  },
  cancelled: async () => {
    const { id } = await video(client(SLOW));
    const before = (await client(SLOW).tasks.retrieve(id)).status;
    await client(SLOW).tasks.delete(id);
    return [before, (await refusal(() => client(SLOW).tasks.retrieve(id))).status];
  },
});
