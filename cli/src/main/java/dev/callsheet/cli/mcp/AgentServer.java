package dev.callsheet.cli.mcp;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.jackson3.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A server of the model context protocol over two streams. */
public final class AgentServer {
  /** A longer message ends the session. */
  private static final int MAX_MESSAGE_BYTES = 16 << 20;

  /** How long a person may think about a question. */
  private static final Duration TIME_TO_ANSWER = Duration.ofMinutes(10);

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .addMixIn(McpSchema.ElicitRequest.class, WithoutTypeId.class)
          .build();

  /** The SDK 2.2.0 writes the mode of a question twice, which Jackson refuses since 3.2. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
  private interface WithoutTypeId {}

  private AgentServer() {}

  /**
   * What a server may do.
   *
   * @param limit of what may be spent without asking, all calls together; null for none
   * @param isSandbox whether requests go to a sandbox
   * @param out where results go
   */
  public record Settings(@Nullable BigDecimal limit, boolean isSandbox, Path out) {}

  /**
   * Serves a client until its stream ends.
   *
   * @param commands runs what the tools do
   * @param catalogue the models known to the commands
   * @param version of this program
   * @param out receives messages, and nothing else may be written to it
   */
  public static void serve(
      Settings settings,
      CommandRunner commands,
      ModelCatalogue catalogue,
      String version,
      InputStream in,
      OutputStream out) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    JacksonMcpJsonMapper json = new JacksonMcpJsonMapper(MAPPER);
    RunTool running =
        new RunTool(
            commands, new RunBudget(settings.limit()), settings.isSandbox(), settings.out());
    List<SyncToolSpecification> tools =
        new AgentTools(commands, catalogue, running)
            .all().stream().map(tool -> specification(tool, json)).toList();
    McpSyncServer server =
        McpServer.sync(
                new StdioServerTransportProvider(
                    json, new EndReportingStream(in, end), out, MAX_MESSAGE_BYTES))
            .serverInfo("callsheet", version)
            .instructions(
                "Requests to generative-media models: find a model, read what it takes, write a"
                    + " request, lint and repair it, ask for its price, and only then run it.")
            .capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
            .requestTimeout(TIME_TO_ANSWER)
            .jsonMapper(json)
            .jsonSchemaValidator(new DefaultJsonSchemaValidator(MAPPER))
            .tools(tools)
            .build();
    end.join();
    server.closeGracefully();
  }

  private static SyncToolSpecification specification(AgentTool tool, JacksonMcpJsonMapper json) {
    McpSchema.ToolAnnotations hints =
        McpSchema.ToolAnnotations.builder()
            .readOnlyHint(tool.isReadOnly())
            .openWorldHint(!tool.isReadOnly())
            .build();
    return SyncToolSpecification.builder()
        .tool(
            McpSchema.Tool.builder(tool.name(), json, tool.inputSchema())
                .description(tool.description())
                .annotations(hints)
                .build())
        .callHandler((client, call) -> result(answer(tool, client, call)))
        .build();
  }

  private static ToolAnswer answer(
      AgentTool tool, McpSyncServerExchange client, McpSchema.CallToolRequest call) {
    try {
      Map<String, Object> given = call.arguments() == null ? Map.of() : call.arguments();
      return tool.handler()
          .apply(new ToolArguments(MAPPER.valueToTree(given)), question -> ask(client, question));
    } catch (ToolArguments.InvalidArgumentException invalid) {
      return ToolAnswer.refused(String.valueOf(invalid.getMessage()));
    } catch (RuntimeException | StackOverflowError failed) {
      return ToolAnswer.refused("An internal error: " + failed);
    }
  }

  private static McpSchema.CallToolResult result(ToolAnswer answer) {
    McpSchema.CallToolResult.Builder result =
        McpSchema.CallToolResult.builder().addTextContent(answer.text()).isError(answer.isError());
    if (answer.structured() != null) {
      result.structuredContent(MAPPER.convertValue(answer.structured(), Map.class));
    }
    return result.build();
  }

  /** Where the client can ask nobody, or the question is not answered, nobody has agreed. */
  private static AgentTool.Consent.Answer ask(McpSyncServerExchange client, String question) {
    McpSchema.ClientCapabilities can = client.getClientCapabilities();
    if (can == null || can.elicitation() == null) {
      return AgentTool.Consent.Answer.NOBODY_TO_ASK;
    }
    try {
      McpSchema.ElicitResult answer =
          client.createElicitation(
              McpSchema.ElicitFormRequest.builder(
                      question, Map.of("type", "object", "properties", Map.of()))
                  .build());
      return answer.action() == McpSchema.ElicitResult.Action.ACCEPT
          ? AgentTool.Consent.Answer.YES
          : AgentTool.Consent.Answer.NO;
    } catch (RuntimeException unanswered) {
      return AgentTool.Consent.Answer.NO;
    }
  }

  /** Tells when the client has nothing more to say. */
  private static final class EndReportingStream extends FilterInputStream {
    private final CompletableFuture<Void> end;

    EndReportingStream(InputStream in, CompletableFuture<Void> end) {
      super(in);
      this.end = end;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
      try {
        int read = super.read(into, at, length);
        if (read < 0) {
          end.complete(null);
        }
        return read;
      } catch (IOException broken) {
        end.complete(null);
        throw broken;
      }
    }

    @Override
    public void close() throws IOException {
      end.complete(null);
      super.close();
    }
  }
}
