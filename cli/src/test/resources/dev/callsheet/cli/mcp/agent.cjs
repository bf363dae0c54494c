// An agent's session with callsheet mcp, through the official client. Prints what it was answered, step by step, as JSON.
const { Client } = require('@modelcontextprotocol/sdk/client/index.js');
const { StdioClientTransport } = require('@modelcontextprotocol/sdk/client/stdio.js');
const { ElicitRequestSchema } = require('@modelcontextprotocol/sdk/types.js');

const command = JSON.parse(process.env.SERVER);
const asks = process.env.CONSENT;  // accept, decline or, without it, a client that asks nobody
const seen = { questions: [] };

async function main() {
  const client = new Client(
    { name: 'test', version: '1' },
    { capabilities: asks ? { elicitation: { form: {} } } : {} });
  if (asks) {
    client.setRequestHandler(ElicitRequestSchema, request => {
      seen.questions.push(request.params.message);
      return asks === 'accept' ? { action: 'accept', content: {} } : { action: asks };
    });
  }
  await client.connect(new StdioClientTransport({
    command: command[0], args: command.slice(1), stderr: 'inherit', cwd: process.env.FOLDER, env: process.env }));
  const call = async (name, args) => {
    try {
      const answer = await client.callTool({ name, arguments: args }, undefined, { timeout: 120000 });
      return { error: answer.isError === true, text: answer.content.map(each => each.text).join(''), data: answer.structuredContent };
    } catch (refused) {
      return { error: true, text: String(refused) };
    }
  };
  for (const [step, name, args] of JSON.parse(process.env.STEPS)) {
    const items = args.repeat;
    seen[step] = await call(name, items ? { requests: new Array(items).fill({}) } : args);
  }
  seen.tools = (await client.listTools()).tools.map(tool => tool.name);
  await client.close();
  console.log(JSON.stringify(seen));
}

main().catch(failed => { console.error(failed); process.exit(1); });
