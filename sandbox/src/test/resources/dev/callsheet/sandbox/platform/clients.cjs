// What the scripts of all clients share. The clients are unmodified; only their pauses are shorter.
const pause = globalThis.setTimeout;
globalThis.setTimeout = (call, time, ...more) => pause(call, (time ?? 0) / 20, ...more);

const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** What a call throws, as far as it says something of the platform. */
async function refusal(call) {
  try {
    await call();
    return { status: 0, message: "nothing was thrown" };
  } catch (error) {
    const body = error.body ?? error.error ?? {};
    return {
      status: error.status ?? error.response?.status ?? 0,
      message: error.message,
      body: JSON.stringify(body),
    };
  }
}

/** Runs the steps of a client, and prints what each of them saw. */
async function run(steps) {
  const seen = {};
  for (const [name, step] of Object.entries(steps)) {
    seen[name] = await step();
  }
  console.log(JSON.stringify(seen));
}

const { ENDPOINT, FAILING, PASSING, SLOW, KEY } = process.env;
module.exports = { picture, refusal, run, ENDPOINT, FAILING, PASSING, SLOW, KEY };
